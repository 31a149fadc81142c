import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { ProtectionError } from '../secondary/repair.ts';
import type { Equations } from '../system/equations.ts';
import type { Inequalities } from '../system/inequalities.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import { certifiedPattern, type CertifiedTask, POSSIBILITIES } from './certified-pattern.ts';
import { checkCertificates } from './check-certificates.ts';

/** What the certificates prove. All of it was checked without the search that found them. */
export interface CertificateReport {
  /** Whole numbers that remain possible at least. */
  readonly possibilities: number;
  /** Numbers they remain possible for: small counts and small differences of nested codes. */
  readonly targets: number;
  /**
   * Small differences of nested codes for which fewer numbers were shown; every number they follow from is
   * hidden and certified. For small counts there are none, or there would be no release.
   */
  readonly uncertified: number;
  /** Whole-number perturbations that make up the proof. */
  readonly certificates: number;
  /** Holds for somebody who is himself one person counted as well. */
  readonly contributors: true;
  /** Holds for somebody who can tell small counts from other hidden cells as well. */
  readonly primaryKnown: boolean;
}

export interface ProvenTask extends CertifiedTask {
  /** All inequalities, however much slack they have: the check is not content with the tight ones. */
  readonly everyInequality: () => Inequalities;
  /** Small differences of nested codes, each as a hidden cell of its own. */
  readonly nested: { readonly rows: number };
  /** Sums and differences together, and the systems they make. */
  readonly equations: Equations;
  readonly systems: readonly LinearSystem[];
  readonly onAudit: () => void;
}

/**
 * A pattern with its proof, checked: by the certificates, apart from the search that found them, and by
 * elimination over two prime fields.
 *
 * @throws ProtectionError when there is none, or the proof does not hold
 */
export function provenPattern(task: ProvenTask): { hidden: Uint8Array; certificate: CertificateReport } {
  const { policy, counts, primary, sums, personsAdd, cells, nested, equations, systems, random } = task;
  const pattern = certifiedPattern(task);
  task.onAudit();
  const possibilities = policy.possibilities ?? POSSIBILITIES;
  const claim = {
    policy,
    possibilities,
    counts,
    primary,
    sums,
    personsAdd,
    inequalities: task.everyInequality(),
  };
  const { wrong, short } = checkCertificates({ ...claim, ...pattern });
  const hidden = new Uint8Array(cells.count + nested.rows).fill(1, cells.count);
  hidden.set(pattern.hidden);
  const determined = PRIMES.reduce(
    (sum, prime) => sum + determinedCells(systems, equations, hidden, prime, random).length,
    0,
  );
  if (wrong + short + determined > 0)
    throw new ProtectionError('The proof that the release is safe does not hold');
  return {
    hidden: pattern.hidden,
    certificate: {
      possibilities,
      targets: pattern.targets.length,
      uncertified: pattern.uncertified,
      certificates: pattern.certificates.length,
      contributors: true,
      primaryKnown: policy.primaryKnown ?? false,
    },
  };
}
