import type { Axes } from '../derive/frame.ts';
import type { CubeModel } from '../cubes/cube-model.ts';
import { addsUp } from './additivity.ts';
import type { AxisDimension, Position } from './axis-positions.ts';
import { candidatesOf } from './chosen-positions.ts';
import type { ResolvedTop } from './resolved-query.ts';

/**
 * The axes of the cells by which the members of one dimension are ranked: its candidates, and in every other
 * dimension, at the first position, the one where it stands. That is its total, or, where it has none that means
 * anything for the measure, its last member. An index is counted from the first period, so all periods follow.
 */
export function rankingAxes(cube: CubeModel, axes: Axes, ranked: AxisDimension, { by }: ResolvedTop): Axes {
  const standing = (axis: AxisDimension): AxisDimension => {
    if (axis === ranked) return { ...axis, positions: candidatesOf(axis) };
    const { dimension, total, last, positions } = axis;
    const hasTotal = total !== null && addsUp(cube.definition, by.measure, dimension, total);
    const place: Position = { kind: 'total', nodes: hasTotal ? total : last };
    return { ...axis, positions: by.derivation === 'index' ? [place, ...positions] : [place] };
  };
  return { ...axes, rows: axes.rows.map(standing), columns: axes.columns.map(standing) };
}
