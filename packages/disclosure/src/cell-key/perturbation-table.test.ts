import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { perturbationTable, type Transitions } from './perturbation-table.ts';

const mean = ({ deviations, probabilities }: Transitions): number =>
  deviations.reduce((sum, by, at) => sum + by * probabilities[at]!, 0);
const variance = ({ deviations, probabilities }: Transitions): number =>
  deviations.reduce((sum, by, at) => sum + by * by * probabilities[at]!, 0);

const options = fc
  .integer({ min: 0, max: 9 })
  .chain((hidden) =>
    fc.record({ hidden: fc.constant(hidden), most: fc.integer({ min: hidden + 1, max: 20 }) }),
  )
  .chain(({ hidden, most }) =>
    fc.record({
      hidden: fc.constant(hidden),
      most: fc.constant(most),
      variance: fc.double({ min: 0.05, max: most, noNaN: true }),
    }),
  );

describe('the table of noise', () => {
  it('is that of the R package ptable where no condition but mean, variance and reach binds', () => {
    // Vignette of ptable 1.0.0, create_cnt_ptable(D = 2, V = 1): transitions of a count of 2, "p_stay 0.383",
    // 0.0638 at the ends, variance 1.
    const { rows } = perturbationTable({ most: 2, variance: 1, hidden: 0 });
    assert.equal(rows.length, 3);
    assert.deepEqual(rows[2]!.deviations, [-2, -1, 0, 1, 2]);
    assert.deepEqual(
      rows[2]!.probabilities.map((p) => Number(p.toFixed(4))),
      [0.0638, 0.2447, 0.383, 0.2447, 0.0638],
    );
  });

  it('has the greatest entropy: found again by searching the one direction that mean and variance leave open', () => {
    // Count 1, results 0 to 3, variance 1: the probability t of 2 decides on the others.
    const entropy = (t: number): number => {
      const [first, last] = [t + (1 - 2 * t) / 3, (1 - 2 * t) / 6];
      const p = [first, 1 - first - t - last, t, last];
      return -p.reduce((sum, each) => sum + each * Math.log(each), 0);
    };
    let best = 0.01;
    for (let t = 0.01; t < 0.5; t += 1e-5) if (entropy(t) > entropy(best)) best = t;
    const row = perturbationTable({ most: 2, variance: 1, hidden: 0 }).rows[1]!;
    assert.ok(Math.abs(row.probabilities[2]! - best) < 2e-5);
  });

  it('keeps mean, reach and what is not shown, for all parameters and counts', () => {
    fc.assert(
      fc.property(options, ({ hidden, most, variance: wanted }) => {
        const { rows } = perturbationTable({ hidden, most, variance: wanted });
        assert.deepEqual(rows[0], { deviations: [0], probabilities: [1] });
        rows.forEach((row, count) => {
          assert.ok(Math.abs(row.probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
          assert.ok(Math.abs(mean(row)) < 1e-9);
          row.deviations.forEach((by, at) => {
            const result = count + by;
            assert.ok(row.probabilities[at]! >= 0 && Math.abs(by) <= most);
            assert.ok(result === 0 || result > hidden);
          });
          if (count === 0) return;
          assert.ok(row.probabilities.filter((p) => p > 0).length > 1, `count ${count} has no noise`);
          const below = row.deviations.findLast((by) => by <= 0)!;
          const above = row.deviations.find((by) => by >= 0)!;
          const ends = -row.deviations[0]! * row.deviations.at(-1)!;
          const nearest = Math.min(ends, Math.max(-below * above, wanted));
          assert.ok(Math.abs(variance(row) - nearest) < 2e-6, `count ${count}: ${variance(row)}`);
        });
        const last = rows.at(-1)!;
        assert.equal(last.deviations.length, 2 * most + 1, 'nothing that is not shown is in reach');
      }),
      { numRuns: 2000 },
    );
  });

  it('is an exponential of a square wherever the variance can be had, and falls away from 0 for large counts', () => {
    fc.assert(
      fc.property(options, (parameters) => {
        const { rows } = perturbationTable(parameters);
        for (const row of rows) {
          if (row.probabilities.length < 5 || row.probabilities.some((p) => p < 1e-12)) continue;
          const log = row.probabilities.map(Math.log);
          // Divided differences of the third order vanish for a square.
          let differences = log;
          for (let order = 1; order <= 3; order++) {
            differences = differences
              .slice(1)
              .map(
                (value, at) =>
                  (value - differences[at]!) / (row.deviations[at + order]! - row.deviations[at]!),
              );
          }
          for (const difference of differences) assert.ok(Math.abs(difference) < 1e-6);
        }
        const { probabilities } = rows.at(-1)!;
        const right = probabilities.slice((probabilities.length - 1) / 2);
        if (parameters.variance >= (parameters.most * (parameters.most + 1)) / 3) return;
        assert.ok(right.every((p, at) => at === 0 || p <= right[at - 1]! + 1e-12));
      }),
      { numRuns: 500 },
    );
  });

  it('wants noise that reaches beyond what is not shown', () => {
    assert.throws(() => perturbationTable({ most: 4, variance: 2, hidden: 4 }), RangeError);
  });
});
