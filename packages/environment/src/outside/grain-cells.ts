import type { CuboidShape } from '../release/cuboid-shape.ts';
import type { Grain } from './grain.ts';

/** The cells of a coarser cuboid inside a finer one of the same cube. */
export interface GrainCells {
  /** Depth of each dimension of the finer cuboid. */
  readonly depth: readonly number[];
  /** Cell of the finer cuboid for each cell of the coarser. */
  readonly cells: Int32Array;
  /** Positions in the coarser cuboid of the cells exactly at the grain, rather than at a marginal. */
  readonly own: Int32Array;
}

/** Finds the cells of a grain in the cuboid that holds it. */
export function cellsOfGrain(shape: CuboidShape, { depths }: Grain): GrainCells {
  const depth = shape.dimensions.map(({ definition }) => depths.get(definition.id) ?? 0);
  let cells = [0];
  let own = [true];
  shape.dimensions.forEach(({ hierarchy }, index) => {
    const wanted = depth[index]!;
    const size = Math.max(1, hierarchy.nodesTo[wanted]!);
    const stride = shape.strides[index]!;
    own = own.flatMap((before) =>
      Array.from({ length: size }, (_, node) => before && (wanted === 0 || hierarchy.depth[node] === wanted)),
    );
    cells = cells.flatMap((before) => Array.from({ length: size }, (_, node) => before + node * stride));
  });
  return {
    depth,
    cells: Int32Array.from(cells),
    own: Int32Array.from(own.flatMap((is, position) => (is ? [position] : []))),
  };
}

/** The cells one step coarser than a cell, one for each dimension along which there is one. */
export function visitParents(
  shape: CuboidShape,
  cell: number,
  visit: (parent: number, dimension: number) => void,
): void {
  shape.dimensions.forEach(({ hierarchy }, index) => {
    const stride = shape.strides[index]!;
    const node = Math.floor(cell / stride) % shape.sizes[index]!;
    const above = hierarchy.parent[node]!;
    if (above >= 0) visit(cell + (above - node) * stride, index);
  });
}
