import { cutTable, joinTables, type ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { auditSuccession, formerTable, tellsNothing } from './audit-succession.ts';
import { type Periods, periodsOf } from './closed-periods.ts';
import { shapeOf } from './cuboid-shape.ts';
import { familyPolicy } from './family-policy.ts';
import { joinReports } from './join-reports.ts';
import type { Predecessor } from './predecessor.ts';
import { protectFamily, type ProtectedFamily, type ProtectFamilyOptions } from './protect-family.ts';
import { SuccessionError } from './succession-error.ts';

/**
 * Protects a family that has been published before. Closed years keep every number and every hidden cell that
 * they were published with, whatever the registers say now; only the other years are counted and protected.
 * The result is audited together with the release before.
 *
 * @throws SuccessionError when the definition has changed so that this cannot be done, or the audit finds something
 * @throws ProtectionError or Error as `protectFamily`
 */
export async function protectSuccessor(
  family: readonly CubeModel[],
  predecessor: Predecessor,
  options: Omit<ProtectFamilyOptions, 'only'>,
): Promise<ProtectedFamily> {
  const periods = periodsOf(family, predecessor);
  const { dimension, open } = periods;
  const made =
    open.length === 0
      ? undefined
      : await protectFamily(family, { ...options, only: { dimension, nodes: open } });
  const tables = family.map((cube, index) =>
    joinYears(cube, predecessor[index]!, made?.tables[index], periods),
  );
  const policy = familyPolicy(family);
  const threshold = policy.method === 'suppress' ? policy.threshold : undefined;
  if (!tellsNothing(auditSuccession(family, tables, predecessor, periods, threshold))) {
    throw new SuccessionError(
      family[0]!.definition.id,
      'together with the release before it would give hidden numbers away',
    );
  }
  const before = predecessor[0]!.manifest.report;
  if (!made) return { tables, report: before };
  const { seconds, gates } = made.report;
  // What happened to the closed years when they were published, and to the others now.
  const report = joinReports([before, made.report]);
  return { tables, report: { ...report, seconds, gates: [...gates, 'closed years as they were published'] } };
}

function joinYears(
  cube: CubeModel,
  former: Predecessor[number],
  made: readonly ProtectedTable[] | undefined,
  { dimension, closed, before, open }: Periods,
): ProtectedTable[] {
  return cube.definition.release.cuboids.map((cuboid, position) => {
    const shape = shapeOf(cube, cuboid);
    const size = shape.sizes[cuboid.dimensions.findIndex((part) => part.dimension === dimension)]!;
    const kept = cutTable(formerTable(former, cuboid)!, dimension, before);
    return joinTables(dimension, size, [
      ...(closed.length > 0 ? [{ table: kept, nodes: closed }] : []),
      ...(made ? [{ table: made[position]!, nodes: open }] : []),
    ]);
  });
}
