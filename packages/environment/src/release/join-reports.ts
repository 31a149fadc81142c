import type { DisclosureReport } from '@datakube/disclosure';

type Certificate = NonNullable<DisclosureReport['certificate']>;

/**
 * What happened to parts of a release that were protected apart, as one report. It claims what holds for all of
 * them: where one part has no certificate, the whole has none.
 *
 * @param reports at least one
 */
export function joinReports(reports: readonly DisclosureReport[]): DisclosureReport {
  return reports.reduce((one, other) => ({
    cells: one.cells + other.cells,
    primary: one.primary + other.primary,
    secondary: one.secondary + other.secondary,
    determined: one.determined + other.determined,
    withheld: one.withheld + other.withheld,
    certificate: one.certificate && other.certificate && joinCertificates(one.certificate, other.certificate),
    seconds: one.seconds + other.seconds,
    gates: one.gates.filter((gate) => other.gates.includes(gate)),
  }));
}

function joinCertificates(one: Certificate, other: Certificate): Certificate {
  return {
    possibilities: Math.min(one.possibilities, other.possibilities),
    targets: one.targets + other.targets,
    uncertified: one.uncertified + other.uncertified,
    certificates: one.certificates + other.certificates,
    contributors: true,
    primaryKnown: one.primaryKnown && other.primaryKnown,
  };
}
