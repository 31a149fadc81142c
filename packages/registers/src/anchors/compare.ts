import type { RegisterBlock } from '../register-table.ts';
import { type Anchor, anchors } from './anchors.ts';
import { ratioOf, type Tally } from './tally.ts';
import { tallyContacts } from './tally-contacts.ts';
import { tallyPopulation } from './tally-population.ts';

/** An anchor beside what the registers hold. */
export interface Comparison extends Anchor {
  readonly found: number;
  readonly ok: boolean;
}

/**
 * Compares synthetic registers with what is known about Denmark.
 *
 * @param blocks the whole registers, in one block or many
 * @returns a line for each anchor the registers are large enough for
 */
export function compareWithAnchors(blocks: Iterable<RegisterBlock>): Comparison[] {
  const tally: Tally = new Map();
  let persons = 0;
  for (const block of blocks) {
    persons += block.persons;
    tallyPopulation(block, tally);
    tallyContacts(block, tally);
  }
  return anchors
    .filter((anchor) => persons >= anchor.personsNeeded)
    .map((anchor) => {
      const found = find(tally, anchor.figure);
      return { ...anchor, found, ok: Math.abs(found - anchor.expected) <= anchor.tolerance };
    });
}

function find(tally: Tally, figure: string): number {
  if (figure !== 'practice-women-to-men') return ratioOf(tally, figure);
  return ratioOf(tally, 'practice-contacts-women') / ratioOf(tally, 'practice-contacts-men');
}

/** The comparison as a Markdown table. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const digits = ({ expected }: Comparison): number => (expected >= 10 ? 1 : 2);
  const lines = comparisons.map((line) =>
    [
      line.label,
      line.unit,
      line.expected.toFixed(digits(line)),
      line.found.toFixed(digits(line)),
      `± ${line.tolerance}`,
      line.ok ? 'yes' : 'NO',
      line.source,
    ].join(' | '),
  );
  const head = 'Figure | Unit | Expected | Found | Tolerance | Within | Source';
  return [head, '--- | --- | ---: | ---: | ---: | --- | ---', ...lines]
    .map((line) => `| ${line} |`)
    .join('\n');
}
