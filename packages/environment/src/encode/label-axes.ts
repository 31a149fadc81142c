import type { Filter, Language, LocalisedText, TupleEntry } from '@datakube/contract';
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

function labelDimension({ dimension, positions }: AxisDimension, language: Language): AnswerDimension {
  const { id, total } = dimension.definition;
  const entry = (position: Position): TupleEntry => {
    const member = position.kind === 'member' ? dimension.members[position.nodes[0]] : undefined;
    if (member) {
      const { level, code, name } = member;
      const flags = flagsOn(dimension, position.nodes[0]!);
      const entry = { dimension: id, level, code, label: name[language], kind: 'member' as const };
      return flags.length > 0 ? { ...entry, flags } : entry;
    }
    const whole = position.nodes.length === 1 && position.nodes[0] === 0;
    const label = (whole && total ? total : CHOSEN)[language];
    return { dimension: id, level: 'total', code: 'total', label, kind: 'total' };
  };
  return { id, entries: positions.map(entry) };
}
