import { cutTable, type DisclosureReport, joinTables, type ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { auditSuccession, formerTable, tellsNothing } from './audit-succession.ts';
import { type Periods, periodsOf } from './closed-periods.ts';
import { shapeOf } from './cuboid-shape.ts';
import { familyPolicy } from './family-policy.ts';
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
  return { tables, report: made ? joinReports(before, made.report) : before };
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

/** What happened to the closed years when they were published, and to the others now. */
function joinReports(before: DisclosureReport, now: DisclosureReport): DisclosureReport {
  const [one, other] = [before.certificate, now.certificate];
  return {
    cells: before.cells + now.cells,
    primary: before.primary + now.primary,
    secondary: before.secondary + now.secondary,
    determined: before.determined + now.determined,
    withheld: before.withheld + now.withheld,
    certificate: one &&
      other && {
        possibilities: Math.min(one.possibilities, other.possibilities),
        targets: one.targets + other.targets,
        uncertified: one.uncertified + other.uncertified,
        certificates: one.certificates + other.certificates,
        contributors: true,
        primaryKnown: one.primaryKnown && other.primaryKnown,
      },
    seconds: now.seconds,
    gates: [...now.gates, 'closed years as they were published'],
  };
}
