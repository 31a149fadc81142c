import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anySmallTable } from './fixtures/any-small-table.ts';
import { manyRuns } from './fixtures/many-runs.ts';
import { cellsAbove, nearbyNumbers } from './fixtures/nearby-tables.ts';
import { protect } from './protect.ts';
import { ProtectionError } from './secondary/repair.ts';
import type { ProtectedTable } from './table/protected-table.ts';
import type { RawRelease } from './table/raw-release.ts';

const policy = { method: 'suppress', threshold: 5, outsideRelease: 'refuse' } as const;
const anySeed = fc.integer({ min: 0, max: 255 }).map((byte) => new Uint8Array(32).fill(byte));
const POSSIBLE = 3;
/** Ten thousand take minutes: `PROPERTY_RUNS=10000`. */
const USUAL_RUNS = 400;

/** The protected table, or undefined where nothing may be published. */
function protectOrRefuse(
  release: RawRelease,
  seed: Uint8Array,
  zeros: 'published' | 'protected',
): ProtectedTable | undefined {
  try {
    return protect(release, { policy: { ...policy, zeros }, seed, effort: 0 }).tables[0];
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

test('any small table: three numbers remain possible for each small count, also for one of those counted', (t) => {
  let looked = 0;
  let refused = 0;
  const runs = manyRuns(t, USUAL_RUNS);
  fc.assert(
    fc.property(anySmallTable, anySeed, fc.constantFrom('published', 'protected'), (release, seed, zeros) => {
      const table = protectOrRefuse(release, seed, zeros);
      if (!table) {
        refused++;
        return;
      }
      const truth = release.cuboids[0]!.values[0]!;
      const cells = [...truth.keys()];
      const hidden = new Set(cells.filter((cell) => table.value(0, cell) === null));
      const small = cells.filter((cell) => truth[cell]! > 0 && truth[cell]! < 5);
      const { inner, above } = cellsAbove(release);
      const attackers = [-1, ...inner.keys()].filter((leaf) => leaf < 0 || truth[inner[leaf]!] === 1);
      for (const leaf of attackers) {
        // What counts himself alone is no secret to him.
        const targets = small.filter((cell) => leaf < 0 || truth[cell] !== 1 || !above[leaf]!.includes(cell));
        const possible = (moved: number): boolean => {
          const enough = { cells: targets, numbers: POSSIBLE };
          const bound = zeros === 'published' ? 1 : 0;
          const numbers = nearbyNumbers(release, hidden, bound, leaf < 0 ? -1 : inner[leaf]!, moved, enough);
          return [...numbers.values()].every(({ size }) => size >= POSSIBLE);
        };
        assert.ok([2, 4, 6, 8, 12, 16, 24].some(possible));
        looked += targets.length;
      }
    }),
    runs,
  );
  assert.ok(looked > runs.numRuns, 'there must be something to look at');
  t.diagnostic(`${looked} small counts looked at, ${refused} tables refused`);
});
