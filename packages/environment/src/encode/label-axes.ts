import { type Filter, type Language, type LocalisedText, OTHERS, type TupleEntry } from '@datakube/contract';
import { flagsOn } from '../derive/remarks.ts';
import type { AxisDimension, Position } from '../plan/axis-positions.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnswerAxes, AnswerDimension } from './answer.ts';

/** The axes of a plan in words. */
export function labelAxes(plan: Plan, language: Language): AnswerAxes {
  const label = (axis: readonly AxisDimension[]): AnswerDimension[] =>
    axis.map((each) => labelDimension(each, language));
  return { rows: label(plan.rows), columns: label(plan.columns) };
}

/** Where the dimensions on no axis stand, whether asked for or by default. */
export function restingMembers(plan: Plan): Filter[] {
  return plan.filters.flatMap(({ dimension, nodes }) => {
    const members = nodes.flatMap((node) => dimension.members[node]?.code ?? []);
    return members.length > 0 ? [{ dimension: dimension.definition.id, members }] : [];
  });
}

/** Words for the total of what a filter keeps, which is not the dimension's own total. */
const CHOSEN: LocalisedText = { da: 'I alt for de valgte', en: 'Total of those chosen' };

/** Words for what a choice of the greatest leaves out. */
const REST: LocalisedText = { da: 'Øvrige', en: 'Others' };

function labelDimension({ dimension, positions }: AxisDimension, language: Language): AnswerDimension {
  const { id, total } = dimension.definition;
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
  return { id, entries: positions.map(entry) };
}
