import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collectRegisters } from '../collect-registers.ts';
import { registerBlocks } from '../register-blocks.ts';
import { compareWithAnchors, comparisonTable } from './compare.ts';

describe('comparison with anchor figures', () => {
  it('finds the synthetic population like Denmark', (context) => {
    const comparisons = compareWithAnchors(registerBlocks({ citizens: 60_000, seed: 1 }));
    for (const { label, unit, expected, found, tolerance } of comparisons) {
      context.diagnostic(`${label} (${unit}): ${found.toFixed(2)}, expected ${expected} ± ${tolerance}`);
    }
    assert.ok(comparisons.length >= 40);
    assert.deepEqual(
      comparisons.filter((each) => !each.ok).map((each) => `${each.figure}: ${each.found}`),
      [],
    );
  });

  it('finds fault with a population that is not', () => {
    const registers = collectRegisters({ citizens: 2000, seed: 1 });
    const { resident_year, hospital_contact } = registers.tables;
    resident_year!.columns['sex']!.fill(0);
    const without = { ...hospital_contact!, rows: 0 };
    const comparisons = compareWithAnchors([
      { ...registers, tables: { ...registers.tables, hospital_contact: without } },
    ]);
    const faults = comparisons.filter((each) => !each.ok).map((each) => each.figure);
    for (const figure of ['women', 'hospital-seen', 'admissions', 'outpatient'])
      assert.ok(faults.includes(figure));
  });

  it('counts the same over many blocks as over one', () => {
    const found = (blockSize: number): number[] =>
      compareWithAnchors(registerBlocks({ citizens: 3000, seed: 2, blockSize })).map((each) => each.found);
    const [one, many] = [found(10_000), found(313)];
    one!.forEach((value, i) => assert.ok(Math.abs(value - many![i]!) < 1e-9));
  });

  it('writes a table with a line for each figure', () => {
    const comparisons = compareWithAnchors(registerBlocks({ citizens: 500, seed: 1 }));
    assert.equal(comparisonTable(comparisons).split('\n').length, comparisons.length + 2);
  });
});
