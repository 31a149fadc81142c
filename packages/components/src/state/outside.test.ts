import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cube } from '@datakube/contract';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { firstLayout } from './first-layout.ts';
import { outsideWords } from './outside.ts';
import { meetingOf, released } from './released.ts';

const open = (outside: Partial<Cube['outside']>): Cube => ({
  ...exampleCube,
  outside: {
    ways: ['extend', 'perturb'],
    cells: { extend: 60_000, perturb: 60_000 },
    additive: 2,
    ...outside,
  },
});
const reach = (levels: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(Object.entries({ time: 1, ...levels }));
/** No cuboid of the example has these together; persons add up over residence alone of them. */
const sparse = reach({ residence: 2, sector: 1 });
/** Three over which they add up. */
const fine = reach({ residence: 2, age: 2, sex: 1 });

describe('a combination outside the release', () => {
  it('is refused where no way is open', () => {
    assert.equal(meetingOf(sparse, exampleCube), 'refuse');
    assert.equal(meetingOf(reach({ residence: 2 }), open({})), 'released');
  });

  it('meets the first way that its form allows, and what comes after that one fails', () => {
    assert.equal(meetingOf(sparse, open({})), 'extend-or-perturb');
    assert.equal(meetingOf(sparse, open({ ways: ['extend'] })), 'extend');
    assert.equal(meetingOf(sparse, open({ ways: ['perturb'] })), 'perturb');
    assert.equal(meetingOf(fine, open({})), 'perturb');
    assert.equal(meetingOf(fine, open({ ways: ['extend'] })), 'refuse');
    assert.equal(meetingOf(fine, open({ additive: 3 })), 'extend-or-perturb');
  });

  it('is measured with its marginals', () => {
    const members = (id: string, depth: number): number =>
      exampleCube.dimensions
        .find((dimension) => dimension.id === id)!
        .levels.slice(0, depth)
        .reduce((sum, level) => sum + level.members, 0);
    const cells = (members('residence', 2) + 1) * (members('sector', 1) + 1) * members('time', 1);
    assert.equal(meetingOf(sparse, open({ cells: { extend: cells, perturb: 0 } })), 'extend');
    assert.equal(meetingOf(sparse, open({ cells: { extend: cells - 1, perturb: 0 } })), 'refuse');
  });

  it('is offered, but never taken where a level inside the release would do', () => {
    const state = firstLayout(exampleCube);
    const inside = released(state, exampleCube);
    const outside = released(state, open({}));
    for (const [id, { first }] of inside) {
      if (first !== null) assert.equal(outside.get(id)!.first, first);
    }
    assert.equal(inside.get('sector')!.first, null);
    assert.equal(outside.get('sector')!.first, 'sector');
    assert.deepEqual(
      outside.get('age')!.levels.map(({ meets }) => meets),
      ['released', 'extend-or-perturb'],
    );
  });

  it('is said before it is chosen, in both languages', () => {
    assert.equal(outsideWords('released'), null);
    assert.equal(outsideWords('refuse'), null);
    const said = (['extend', 'extend-or-perturb', 'perturb'] as const).map((meeting) =>
      outsideWords(meeting)!,
    );
    assert.equal(new Set(said.flatMap(({ da, en }) => [da, en])).size, 6);
  });
});
