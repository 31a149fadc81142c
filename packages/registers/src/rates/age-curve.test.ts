import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageCurve, HIGHEST_AGE } from './age-curve.ts';
import { DISEASE_SHARES } from './chronic-diseases.ts';
import { HOME_HELP, NURSING_HOME } from './care.ts';

describe('age curve', () => {
  it('is a straight line between its knots and level outside', () => {
    const curve = ageCurve([
      [10, 1],
      [20, 3],
    ]);
    assert.equal(curve.length, HIGHEST_AGE + 1);
    assert.deepEqual([curve[0], curve[10], curve[15], curve[20], curve[HIGHEST_AGE]], [1, 1, 2, 3, 3]);
  });

  it('refuses ages out of order', () => {
    const knots = [
      [5, 1],
      [5, 2],
    ] as const;
    assert.throws(() => ageCurve(knots), RangeError);
  });

  it('never falls for what one keeps for life', () => {
    const lasting = [...Object.values(DISEASE_SHARES).flat(), ...NURSING_HOME, HOME_HELP];
    for (const curve of lasting) {
      curve.forEach((share, age) => assert.ok(age === 0 || share >= curve[age - 1]!));
    }
  });
});
