import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ChartValue } from '../../model/chart-value.ts';
import {
  SPARKLINE_HEIGHT,
  SPARKLINE_STRIP,
  SPARKLINE_WIDTH,
  sparklineGeometry,
} from './sparkline-geometry.ts';
import { sparklineScene, sparklineText } from './sparkline.ts';

const of = (...values: readonly (number | null | undefined)[]): ChartValue[] =>
  values.map((value): ChartValue => {
    if (value === null) return { kind: 'hidden' };
    return value === undefined ? { kind: 'missing' } : { kind: 'shown', value };
  });
const values = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -1e6, max: 1e6 }) },
    fc.constantFrom<(null | undefined)[]>(null, undefined),
  ),
  { maxLength: 40 },
);

describe('a sparkline', () => {
  it('runs by hand-worked arithmetic', () => {
    // Three slots of 22 from 3: middles 14, 36, 58. From 17 up to 3, 14 for 10 to 20.
    assert.deepEqual(sparklineGeometry(of(10, 15, 20)), {
      runs: [
        [
          { x: 14, y: 17 },
          { x: 36, y: 10 },
          { x: 58, y: 3 },
        ],
      ],
      last: { x: 58, y: 3 },
      hatches: [],
    });
  });

  it('has a gap where nothing is shown, with hatch where it is hidden', () => {
    const { runs, last, hatches } = sparklineGeometry(of(10, null, 20, undefined));
    assert.deepEqual(
      runs.map((run) => run.length),
      [1, 1],
    );
    assert.equal(last?.x, 3 + 16.5 * 2.5);
    assert.deepEqual(hatches, [{ x: 3 + 16.5, width: 16.5 }]);
  });

  it('comes from nowhere to a value after a break', () => {
    assert.deepEqual(
      sparklineGeometry(of(1, 2, 3, 4), [2]).runs.map((run) => run.length),
      [2, 2],
    );
  });

  it('stays within its place, above the strip, a line through neighbours that are shown and no others', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { runs, hatches } = sparklineGeometry(of(...given));
        const foot = given.some((value) => value === null)
          ? SPARKLINE_HEIGHT - SPARKLINE_STRIP
          : SPARKLINE_HEIGHT;
        for (const { x, y } of runs.flat()) {
          assert.ok(x > 0 && x < SPARKLINE_WIDTH && y >= 3 && y < foot);
        }
        const shown = given.map((value) => typeof value === 'number');
        assert.equal(runs.length, shown.filter((each, at) => each && !shown[at - 1]).length);
        assert.equal(runs.flat().length, shown.filter(Boolean).length);
        assert.equal(hatches.length, given.filter((value) => value === null).length);
      }),
    );
  });

  it('is higher for a greater number of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 20 }), (given) => {
        const points = sparklineGeometry(of(...given)).runs.flat();
        given.forEach((value, at) => {
          const other = given[(at + 1) % given.length]!;
          const [here, there] = [points[at]!.y, points[(at + 1) % given.length]!.y];
          assert.equal(Math.sign(there - here), Math.sign(value - other));
        });
      }),
    );
  });

  it('hatches all that is hidden alike', () => {
    const scene = sparklineScene(of(null, 3, null, 900, null), {});
    const strokes = scene.children
      .filter(({ attributes }) => attributes['class'] === 'hatch')
      .map(({ attributes }) => (attributes['d'] ?? '').match(/[MLHVZ]/g)?.join(''));
    assert.equal(strokes.length, 3);
    assert.equal(new Set(strokes).size, 1);
  });

  it('has no number that is none, and is for the eye alone', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { attributes, children } = sparklineScene(of(...given), {});
        assert.equal(attributes['aria-hidden'], 'true');
        for (const child of children) assert.doesNotMatch(child.attributes['d'] ?? '', /NaN|Infinity/);
      }),
    );
  });

  it('is said in words where the numbers are not there', () => {
    const writing = { language: 'da', decimals: 1, unit: 'pr. 1.000' } as const;
    assert.equal(
      sparklineText(of(12, null), ['2024', '2025'], writing),
      '2024: 12,0 pr. 1.000, 2025: skjult af hensyn til diskretion',
    );
  });
});
