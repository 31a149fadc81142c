import type { CubeDefinition, MeasureDefinition, Note } from '@datakube/contract';
import { addsUp } from './additivity.ts';
import type { AxisDimension } from './axis-positions.ts';
import type { ResolvedFilter } from './resolved-query.ts';

/** What a reader of the answer must know: defaults taken, numbers that do not add up, caveats. */
export function notesOf(
  cube: CubeDefinition,
  measures: readonly MeasureDefinition[],
  axes: readonly AxisDimension[],
  filters: readonly ResolvedFilter[],
): Note[] {
  return [
    ...defaultsTaken(filters),
    ...notAdditive(cube, measures, axes, filters),
    ...caveats(axes, filters),
  ];
}

function defaultsTaken(filters: readonly ResolvedFilter[]): Note[] {
  return filters.flatMap(({ dimension, nodes, asked }) => {
    const member = dimension.members[nodes[0]!];
    if (asked || !member) return [];
    const { name } = dimension.definition;
    const text = {
      da: `${name.da} er ikke valgt. Tallene gælder ${member.name.da}.`,
      en: `${name.en} is not chosen. The numbers are for ${member.name.en}.`,
    };
    return [{ code: 'default-member', text }];
  });
}

function notAdditive(
  cube: CubeDefinition,
  measures: readonly MeasureDefinition[],
  axes: readonly AxisDimension[],
  filters: readonly ResolvedFilter[],
): Note[] {
  const together = [
    ...filters,
    ...axes.flatMap(({ dimension, positions }) => positions.map(({ nodes }) => ({ dimension, nodes }))),
  ].filter(({ nodes }) => nodes.length > 1);
  return measures.flatMap((measure) => {
    const failing = together.filter(({ dimension, nodes }) => !addsUp(cube, measure, dimension, nodes));
    if (failing.length === 0) return [];
    const names = [...new Set(failing.map(({ dimension }) => dimension.definition.name))];
    const text = {
      da: `${measure.name.da} kan ikke lægges sammen over ${names.map(({ da }) => da).join(', ')}.`,
      en: `${measure.name.en} cannot be added up over ${names.map(({ en }) => en).join(', ')}.`,
    };
    return [{ code: 'not-additive', text }];
  });
}

function caveats(axes: readonly AxisDimension[], filters: readonly ResolvedFilter[]): Note[] {
  const used = [...axes, ...filters.filter(({ asked }) => asked)].map(
    ({ dimension }) => dimension.definition,
  );
  return used.flatMap(({ caveats }) => (caveats ?? []).map((text) => ({ code: 'caveat', text })));
}
