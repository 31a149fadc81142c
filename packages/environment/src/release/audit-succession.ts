import type { CuboidDefinition } from '@datakube/contract';
import {
  auditRelease,
  cutTable,
  type ProtectedTable,
  type ReleaseAudit,
  type ReleaseShape,
  sectionOfShape,
} from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { cuboidName, type Periods } from './closed-periods.ts';
import type { Predecessor } from './predecessor.ts';
import { releaseShape } from './release-shape.ts';

/** What somebody learns who has a release and the one before it. All but `hidden` must be 0. */
export interface SuccessionAudit extends ReleaseAudit {
  /** Numbers of closed years that are not what they were: each tells about those who were registered since. */
  readonly changed: number;
  /** Cells of closed years that are hidden in one release only. */
  readonly contradictions: number;
}

/**
 * Audits a release together with the one before it, from their protected tables: what every cell of a closed
 * year said and says, and what both releases give away as one.
 *
 * @param tables of the new release, per cube of the family
 * @param periods which years are closed
 * @param threshold the smallest count of persons that may be shown, of cubes that suppress; else both releases
 *   are compared and nothing more
 */
export function auditSuccession(
  family: readonly CubeModel[],
  tables: readonly (readonly ProtectedTable[])[],
  predecessor: Predecessor,
  periods: Periods,
  threshold: number | undefined,
): SuccessionAudit {
  const compared = compareClosed(family, tables, predecessor, periods);
  if (threshold === undefined) return { ...NOTHING, ...compared };
  const { dimension, closed, open } = periods;
  const section = (shape: ReleaseShape, nodes: Int32Array): ReleaseShape =>
    sectionOfShape(
      shape,
      shape.hierarchies.findIndex(({ id }) => id === dimension),
      nodes,
    );
  const cut = (all: readonly ProtectedTable[], nodes: Int32Array): ProtectedTable[] =>
    all.map((table) => cutTable(table, dimension, nodes));
  // No equation goes from an open year to a closed one. In the closed ones, tables that are no longer published stand too.
  const former = family.map((cube, index) => formerTables(cube, predecessor[index]!));
  const both = releaseShape(family, (cube) => [
    ...cube.definition.release.cuboids,
    ...former[family.indexOf(cube)]!.map(({ cuboid }) => cuboid),
  ]);
  const closedTables = family.flatMap((_, index) => [
    ...cut(tables[index]!, closed),
    ...cut(
      former[index]!.map(({ table }) => table),
      periods.before,
    ),
  ]);
  const audits = [
    ...(closed.length > 0 ? [auditRelease(section(both, closed), closedTables, threshold)] : []),
    ...(open.length > 0
      ? [auditRelease(section(releaseShape(family), open), cut(tables.flat(), open), threshold)]
      : []),
  ];
  return { ...audits.reduce(add, NOTHING), ...compared };
}

/** True where somebody who has both releases learns nothing that one of them hides. */
export function tellsNothing({ hidden: _, ...found }: SuccessionAudit): boolean {
  return Object.values(found).every((count) => count === 0);
}

const NOTHING: ReleaseAudit = { hidden: 0, determined: 0, givenAway: 0, tooSmall: 0, differences: 0 };

function add(one: ReleaseAudit, other: ReleaseAudit): ReleaseAudit {
  return {
    hidden: one.hidden + other.hidden,
    determined: one.determined + other.determined,
    givenAway: one.givenAway + other.givenAway,
    tooSmall: one.tooSmall + other.tooSmall,
    differences: one.differences + other.differences,
  };
}

function compareClosed(
  family: readonly CubeModel[],
  tables: readonly (readonly ProtectedTable[])[],
  predecessor: Predecessor,
  { dimension, closed, before }: Periods,
): Pick<SuccessionAudit, 'changed' | 'contradictions'> {
  let changed = 0;
  let contradictions = 0;
  family.forEach((cube, index) => {
    cube.definition.release.cuboids.forEach((cuboid, position) => {
      const former = formerTable(predecessor[index]!, cuboid);
      if (!former) return;
      const one = cutTable(former, dimension, before);
      const other = cutTable(tables[index]![position]!, dimension, closed);
      for (const measure of one.shape.measures.keys()) {
        for (let cell = 0; cell < one.cells; cell++) {
          if (one.status(measure, cell) !== other.status(measure, cell)) contradictions++;
          else if (one.value(measure, cell) !== other.value(measure, cell)) changed++;
        }
      }
    });
  });
  return { changed, contradictions };
}

/** The table over the same dimensions in the release before. */
export function formerTable(
  { manifest, tables }: Predecessor[number],
  cuboid: CuboidDefinition,
): ProtectedTable | undefined {
  const name = cuboidName(cuboid);
  return tables[manifest.cuboids.findIndex((each) => cuboidName(each) === name)];
}

/** Tables of the release before that the cube does not publish any more. Somebody has them. */
function formerTables(
  cube: CubeModel,
  { manifest, tables }: Predecessor[number],
): { readonly cuboid: CuboidDefinition; readonly table: ProtectedTable }[] {
  const names = new Set(cube.definition.release.cuboids.map(cuboidName));
  return manifest.cuboids.flatMap(({ dimensions }, position) => {
    const cuboid = { dimensions: [...dimensions] };
    return names.has(cuboidName(cuboid)) ? [] : [{ cuboid, table: tables[position]! }];
  });
}
