import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDominated } from './dominance.ts';

/**
 * A magnitude table as tau-Argus wrote it: per cell the sum, the number of contributors, the two largest
 * contributions, its own judgement by the 15 % rule (U unsafe, S safe, E empty), and how much an unsafe cell
 * lacks.
 */
const FILE = new URL('../../../../../shared/cases/sdc/known/tauargus_pp.tab', import.meta.url);
const skip = existsSync(FILE) ? false : 'the reference table is not on this machine';
const P = 15;

interface Cell {
  readonly text: string;
  readonly sum: number;
  readonly judged: number;
  readonly largest: readonly [number, number];
  readonly status: string;
  readonly lacks: number;
}

function cells(): Cell[] {
  return readFileSync(FILE, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((text) => {
      const fields = text.split(';');
      const number = (at: number): number => Number(fields[at]!.replace(',', '.'));
      return {
        text,
        sum: number(2),
        judged: number(4),
        largest: [number(6), number(7)],
        status: fields[8]!,
        lacks: number(9),
      };
    });
}

/** Hundredths as whole numbers: no rounding anywhere. */
function hundredths(number: number): bigint {
  return BigInt(Math.round(number * 100));
}

test('the p % rule judges as tau-Argus does, cell by cell', { skip }, () => {
  // Where it judged another column than the one whose contributions it lists, the two cannot be compared.
  const comparable = cells().filter(({ sum, judged }) => sum === judged);
  assert.ok(comparable.length > 150);
  assert.equal(comparable.filter(({ status }) => status === 'U').length, 5);
  for (const { text, sum, largest, status, lacks } of comparable) {
    const dominated = isDominated(sum, largest, { p: P });
    assert.equal(dominated, status === 'U', text);
    const missing = (P / 100) * largest[0] - (sum - largest[0] - largest[1]);
    if (dominated) assert.ok(Math.abs(missing - lacks) < 0.01, text);
  }
});

test('both rules judge as whole numbers do, for any percentage', { skip }, () => {
  let dominated = 0;
  for (const { text, sum, largest } of cells()) {
    const [whole, first, second] = [sum, ...largest].map(hundredths) as [bigint, bigint, bigint];
    for (const percent of [1, 10, 15, 40, 85, 99]) {
      const least = 100n * (whole - first - second) < BigInt(percent) * first;
      assert.equal(isDominated(sum, largest, { p: percent }), least, `${text} ${percent} %`);
      for (const n of [1, 2]) {
        const share = 100n * (n === 1 ? first : first + second) > BigInt(percent) * whole;
        assert.equal(
          isDominated(sum, largest, { nk: { n, k: percent } }),
          share,
          `${text} (${n},${percent})`,
        );
        if (share) dominated++;
      }
    }
  }
  assert.ok(dominated > 100, 'there must be something to find');
});
