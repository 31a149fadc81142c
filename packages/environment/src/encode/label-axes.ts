import { type Language, type LocalisedText, OTHERS, type TupleEntry } from '@datakube/contract';
import { flagsOn } from '../derive/remarks.ts';
import type { AxisDimension, Position } from '../plan/axis-positions.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnswerAxes, AnswerDimension, RestingDimension } from './answer.ts';

/** The axes of a plan in words. */
export function labelAxes(plan: Plan, language: Language): AnswerAxes {
  const label = (axis: readonly AxisDimension[]): AnswerDimension[] =>
    axis.map((each) => labelDimension(each, language));
  return { rows: label(plan.rows), columns: label(plan.columns) };
}

/** Where the dimensions on no axis stand, whether asked for or by default. */
export function restingMembers(plan: Plan, language: Language): RestingDimension[] {
  return plan.filters.flatMap(({ dimension, nodes }) => {
    const members = nodes.flatMap((node) => dimension.members[node] ?? []);
    if (members.length === 0) return [];
    const { id, name, kind } = dimension.definition;
    return [
      {
        dimension: id,
        members: members.map(({ code }) => code),
        name: name[language],
        labels: members.map((member) => member.name[language]),
        kind,
      },
    ];
  });
}

/** Words for the total of what a filter keeps, which is not the dimension's own total. */
const CHOSEN: LocalisedText = { da: 'I alt for de valgte', en: 'Total of those chosen' };

/** Words for what a choice of the greatest leaves out. */
const REST: LocalisedText = { da: 'Øvrige', en: 'Others' };

function labelDimension({ dimension, positions }: AxisDimension, language: Language): AnswerDimension {
  const { id, name, kind, total } = dimension.definition;
  const entry = (position: Position): TupleEntry => {
    switch (position.kind) {
      case 'member': {
        const [node] = position.nodes;
        const { level, code, name } = dimension.members[node]!;
        const flags = flagsOn(dimension, node);
        const own = { dimension: id, level, code, label: name[language], kind: 'member' as const };
        return flags.length > 0 ? { ...own, flags } : own;
      }
      case 'group': {
        const { code, name } = position.group;
        const level = position.grouping.definition.id;
        return { dimension: id, level, code, label: name[language], kind: 'member' };
      }
      case 'others':
        return { dimension: id, level: OTHERS, code: OTHERS, label: REST[language], kind: 'member' };
      case 'total': {
        const whole = position.nodes.length === 1 && position.nodes[0] === 0;
        const label = (whole && total ? total : CHOSEN)[language];
        return { dimension: id, level: 'total', code: 'total', label, kind: 'total' };
      }
    }
  };
  return {
    id,
    name: name[language],
    kind,
    entries: positions.map(entry),
    depths: depthsOf(dimension, positions),
  };
}

/** A group stands above the members it puts together; the total and the others beside the topmost. */
function depthsOf({ hierarchy }: AxisDimension['dimension'], positions: readonly Position[]): number[] {
  const levels = positions.map((position) => {
    if (position.kind === 'others' || position.kind === 'total') return null;
    const depth = Math.min(...position.nodes.map((node) => hierarchy.depth[node]!));
    return position.kind === 'group' ? depth - 0.5 : depth;
  });
  const shown = [...new Set(levels.filter((level) => level !== null))].sort((a, b) => a - b);
  return levels.map((level) => (level === null ? 0 : shown.indexOf(level)));
}
