import type { Note } from '@datakube/contract';
import type { DimensionModel } from '../cubes/cube-model.ts';
import type { Axes } from './frame.ts';
import { remarksOn } from './remarks.ts';

/** The remarks on the members an answer shows, each with the member it is about. Flags name their code. */
export function remarkNotes({ rows, columns, filters }: Axes): Note[] {
  const shown = [
    ...[...rows, ...columns].map(({ dimension, positions }) => ({
      dimension,
      nodes: positions.flatMap(({ kind, nodes }) => (kind === 'member' ? [...nodes] : [])),
    })),
    ...filters,
  ];
  return shown.flatMap(({ dimension, nodes }) => nodes.flatMap((node) => notesOn(dimension, node)));
}

function notesOn(dimension: DimensionModel, node: number): Note[] {
  const member = dimension.members[node]?.code;
  if (member === undefined) return [];
  const about = { dimension: dimension.definition.id, member };
  return remarksOn(dimension, node).map(({ flag, text }) => ({ code: flag ?? 'remark', text, about }));
}
