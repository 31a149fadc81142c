import type { ProtectedTable } from '@datakube/disclosure';
import type { AxisDimension, Position } from './axis-positions.ts';
import { candidatesOf, choose } from './chosen-positions.ts';
import { notesOf } from './notes.ts';
import type { Plan } from './plan.ts';
import { rankMembers } from './rank-members.ts';
import { rankingAxes } from './ranking-axes.ts';
import type { ResolvedTop } from './resolved-query.ts';
import { slice } from './slice.ts';

/**
 * Chooses the greatest members where a query asks for them. They are ranked by cells of the protected table that
 * anyone may ask for, so neither the choice nor its order says anything about what is hidden. Each dimension is
 * ranked among all its candidates, whatever is chosen of the others.
 *
 * @param table the cuboid of the plan
 * @returns the plan with the chosen positions alone, or the same one where nothing is to be chosen
 */
export function chooseGreatest(plan: Plan, table: ProtectedTable): Plan {
  const ranked = (axis: AxisDimension): AxisDimension =>
    axis.top ? choose(axis, orderOf(plan, table, axis, axis.top)) : axis;
  if (![...plan.rows, ...plan.columns].some(({ top }) => top)) return plan;
  const axes = { rows: plan.rows.map(ranked), columns: plan.columns.map(ranked), filters: plan.filters };
  return { ...plan, ...axes, notes: notesOf(plan.cube.definition, plan.measures, axes) };
}

function orderOf(plan: Plan, table: ProtectedTable, axis: AxisDimension, top: ResolvedTop): number[] {
  const axes = rankingAxes(plan.cube, plan, axis, top);
  const cells = slice({ ...plan, ...axes, measures: [top.by] }, table).table;
  const dimensions = [...axes.rows, ...axes.columns];
  const at = [...plan.rows, ...plan.columns].indexOf(axis);
  const stride = dimensions.slice(at + 1).reduce((product, { positions }) => product * positions.length, 1);
  return rankMembers(
    candidatesOf(axis).map((position, index) => ({
      number: cells.value(0, index * stride),
      name: nameOf(axis, position),
    })),
  );
}

function nameOf({ dimension }: AxisDimension, position: Position): string {
  if (position.kind === 'group') return position.group.name.da;
  return dimension.members[position.nodes[0]!]?.name.da ?? '';
}
