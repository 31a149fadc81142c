import type { Arena } from './arena/arena.ts';
import type { Counted } from './arena/truth.ts';
import type { Evidence } from './evidence.ts';

/** What an attacker says he knows of a hidden cell. */
export type Claim = { readonly cell: string } & (
  | { readonly says: 'range'; readonly measure: Counted; readonly low: number; readonly high: number }
  /** Published numbers fix it, whatever it is. */
  | { readonly says: 'determined' }
  /** It is hidden for its own sake, not to protect another. */
  | { readonly says: 'small' }
);

/** An attack from the outside: what was asked for and what can be asked for in, claims out. */
export interface Attack {
  readonly families: readonly number[];
  readonly name: string;
  readonly run: (evidence: Evidence) => Promise<readonly Claim[]> | readonly Claim[];
}

export interface Score {
  readonly families: readonly number[];
  readonly name: string;
  readonly seed: number;
  /** Cells with planted persons. */
  readonly planted: number;
  readonly recovered: number;
  /** Hidden cells without planted persons that fell all the same. */
  readonly besides: number;
}

/** How many whole numbers must remain possible for a number of persons that is hidden for its own sake. */
const POSSIBILITIES = 3;

/** Runs an attack and keeps the score by the truth. Claims that are wrong count for nothing. */
export async function play(attack: Attack, arena: Arena, evidence: Evidence): Promise<Score> {
  const fallen = new Set<string>();
  for (const claim of await attack.run(evidence)) if (holds(claim, arena)) fallen.add(claim.cell);
  const recovered = [...fallen].filter((cell) => arena.targets.has(cell)).length;
  return {
    families: attack.families,
    name: attack.name,
    seed: arena.seed,
    planted: arena.targets.size,
    recovered,
    besides: fallen.size - recovered,
  };
}

function holds(claim: Claim, { truth, family }: Arena): boolean {
  const persons = truth(claim.cell, 'persons');
  const isSmall = persons > 0 && persons < family[0]!.definition.policy.threshold;
  switch (claim.says) {
    case 'determined':
      return true;
    case 'small':
      return isSmall;
    case 'range': {
      const value = truth(claim.cell, claim.measure);
      if (value < claim.low || value > claim.high) return false;
      const possible = claim.high - claim.low + 1;
      return possible < (isSmall && claim.measure === 'persons' ? POSSIBILITIES : 2);
    }
  }
}

/** The scores as a table for people. */
export function scoreTable(scores: readonly Score[]): string {
  const lines = scores.map(({ families, name, seed, planted, recovered, besides }) =>
    [
      families.join(', ').padEnd(24),
      name.padEnd(60),
      String(seed).padStart(4),
      `${recovered} of ${planted}`.padStart(9),
      String(besides).padStart(8),
    ].join(' '),
  );
  const head = `${'families'.padEnd(24)} ${'attack'.padEnd(60)} seed recovered  besides`;
  return [head, ...lines].join('\n');
}
