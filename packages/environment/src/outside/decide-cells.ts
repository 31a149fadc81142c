import type { SuppressPolicy } from '@datakube/contract';
import {
  protect,
  type ProtectedTable,
  ProtectionError,
  type RawRelease,
  SUPPRESSED,
} from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { CuboidShape } from '../release/cuboid-shape.ts';
import { HIDDEN, NOISY, OPEN, SHOWN } from './cell-status.ts';
import { cellsOfGrain, type GrainCells, visitParents } from './grain-cells.ts';
import { type Grain, grainsWithin, nameOfGrain } from './grain.ts';
import { isSettled } from './settled.ts';

export interface Decision {
  readonly grain: Grain;
  readonly shape: CuboidShape;
  /** The cuboid at the grain alone, with its true numbers. */
  readonly raw: RawRelease;
  /** What is decided about each cell elsewhere: in the release, or with the whole this is a part of. */
  readonly known: Uint8Array;
  readonly policy: SuppressPolicy;
  /** May this grain have exact numbers, as far as its form tells? */
  readonly admits: (grain: Grain) => boolean;
  /** Secret, 32 bytes, for a name: the same name gets the same seed. */
  readonly seedFor: (name: string) => Promise<Uint8Array>;
}

export interface Decided {
  /** Of each cell; none is open. */
  readonly status: Uint8Array;
  /** The protected cuboid, where all its cells can be exact. */
  readonly exact: ProtectedTable | undefined;
}

/**
 * Decides about the cells of a cuboid outside the release, grain by grain, from coarse to fine. What is decided
 * about a grain follows from the release, the grains coarser than it and its own numbers, and from nothing
 * else: so it is the same in every cuboid that has it, and the same whoever asked for what before.
 *
 * A cell below a hidden one is hidden, zeros too. A cuboid therefore says nothing new about any hidden cell
 * that is coarser than it, and two cuboids together say no more than each (decision 0009).
 */
export async function decideCells(decision: Decision): Promise<Decided> {
  const { grain, shape, known } = decision;
  const cellsOf = (): Uint8Array => new Uint8Array(shape.cells);
  const marks: Marks = { status: known.slice(), shadow: cellsOf(), copied: cellsOf() };
  const { status, shadow } = marks;
  let exact: ProtectedTable | undefined;
  let allExact = true;
  const parts = partsOf(grain.cube, shape);
  for (const each of grainsWithin(grain)) {
    const cells = cellsOfGrain(shape, each);
    inherit(shape, cells, marks);
    for (const part of parts) shadeBeside(shape, cells, known, part, marks);
    const undecided = cells.own.some((place) => status[cells.cells[place]!] === OPEN);
    const isLast = cells.cells.length === shape.cells;
    if (!undecided && !isLast) continue;
    const coarser = cells.cells.every((cell) => status[cell] !== NOISY);
    const table =
      coarser && decision.admits(each) ? await protectGrain(decision, each, cells, marks) : undefined;
    allExact &&= table !== undefined;
    for (const place of cells.own) {
      const cell = cells.cells[place]!;
      if (status[cell] !== OPEN) continue;
      if (!table) status[cell] = NOISY;
      else status[cell] = table.columns(0).status[place] === SUPPRESSED ? HIDDEN : SHOWN;
      if (status[cell] === HIDDEN) shadow[cell] = 1;
    }
    if (isLast) exact = table;
  }
  return { status, exact: allExact ? exact : undefined };
}

interface Marks {
  readonly status: Uint8Array;
  /** 1 for cells that are hidden, or below one that is. */
  readonly shadow: Uint8Array;
  /** 1 for cells that have the number of the cell above. */
  readonly copied: Uint8Array;
}

/** What the cells of a grain have from those above them. Parents have lower numbers, so one pass is enough. */
function inherit(shape: CuboidShape, { cells, own }: GrainCells, { status, shadow, copied }: Marks): void {
  for (const place of own) {
    const cell = cells[place]!;
    let same: number | undefined;
    visitParents(shape, cell, (parent, dimension) => {
      if (shadow[parent]) shadow[cell] = 1;
      // An only child has its parent's number, and so its parent's status.
      if (isOnlyChild(shape, cell, dimension)) same ??= status[parent];
    });
    if (same !== undefined) copied[cell] = 1;
    if (status[cell] === OPEN && same !== undefined) status[cell] = same;
    else if (status[cell] === OPEN && shadow[cell]) status[cell] = HIDDEN;
    if (status[cell] === HIDDEN) shadow[cell] = 1;
  }
}

/**
 * A part may have been released finer than the whole it belongs to: then the rest of the whole is a sum less a
 * released cell, and as little known as that cell. Where that is hidden, or below a hidden one, so is the rest.
 */
function shadeBeside(
  shape: CuboidShape,
  { cells, own }: GrainCells,
  known: Uint8Array,
  { dimension, node }: PartNode,
  { status, shadow }: Marks,
): void {
  const stride = shape.strides[dimension]!;
  const nodeOf = (cell: number): number => Math.floor(cell / stride) % shape.sizes[dimension]!;
  const { depth } = shape.dimensions[dimension]!.hierarchy;
  for (const place of own) {
    const cell = cells[place]!;
    const beside = cell + (node - nodeOf(cell)) * stride;
    if (depth[nodeOf(cell)] !== depth[node] || known[cell] !== OPEN || known[beside] === OPEN) continue;
    if (!shadow[beside]) continue;
    shadow[cell] = 1;
    if (status[cell] === OPEN) status[cell] = HIDDEN;
  }
}

/** Where the events of a part stand in a cuboid of the whole. */
interface PartNode {
  /** Position among the dimensions of the cuboid. */
  readonly dimension: number;
  readonly node: number;
}

function partsOf(cube: CubeModel, shape: CuboidShape): PartNode[] {
  return cube.family().flatMap(({ definition: { partOf } }) => {
    const dimension = shape.dimensions.findIndex(({ definition }) => definition.id === partOf?.dimension);
    const node = partOf && shape.dimensions[dimension]?.nodeOf.get(partOf.member);
    return partOf?.cube === cube.definition.id && node !== undefined && node < shape.sizes[dimension]!
      ? [{ dimension, node }]
      : [];
  });
}

function isOnlyChild(shape: CuboidShape, cell: number, dimension: number): boolean {
  const { hierarchy } = shape.dimensions[dimension]!;
  const node = Math.floor(cell / shape.strides[dimension]!) % shape.sizes[dimension]!;
  const above = hierarchy.parent[node]!;
  const first = hierarchy.parent.indexOf(above);
  return first === node && hierarchy.parent.lastIndexOf(above) === node;
}

/** The exact cuboid at a grain, with all that was decided standing; undefined where it cannot be made safe. */
async function protectGrain(
  { raw, known, policy, seedFor }: Decision,
  grain: Grain,
  { cells, depth, own }: GrainCells,
  { status, copied }: Marks,
): Promise<ProtectedTable | undefined> {
  const whole = raw.cuboids[0]!;
  const kept = depth.flatMap((each, index) => (each > 0 ? [index] : []));
  const release: RawRelease = {
    ...raw,
    cuboids: [
      {
        dimensions: kept.map((index) => whole.dimensions[index]!),
        depth: kept.map((index) => depth[index]!),
        values: whole.values.map((values) => Float64Array.from(cells, (cell) => values[cell]!)),
      },
    ],
  };
  const seed = await seedFor(nameOfGrain(grain));
  try {
    // What stands was certified with the release and keeps its range (decision 0009): not again here.
    const options = {
      policy,
      seed,
      gate: 'exact',
      standing: (_: number, place: number) => standing(status[cells[place]!]),
    } as const;
    const [table] = protect(release, options).tables;
    const free = new Uint8Array(cells.length);
    for (const place of own) {
      const cell = cells[place]!;
      if (known[cell] === OPEN && !copied[cell]) free[place] = 1;
    }
    return table && isSettled(release, table, free, policy.threshold) ? table : undefined;
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

function standing(status: number | undefined): 'published' | 'suppressed' | undefined {
  if (status === SHOWN) return 'published';
  return status === HIDDEN ? 'suppressed' : undefined;
}
