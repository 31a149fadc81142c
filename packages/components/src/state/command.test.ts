import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { obey, type Command } from './command.ts';
import { firstLayout } from './first-layout.ts';
import { isReleased, reachOf, released } from './released.ts';

const usual = firstLayout(cube);

describe('commands', () => {
  it('never lead out of the release once inside it', () => {
    const dimension = fc.constantFrom(...cube.dimensions.map(({ id }) => id));
    const command: fc.Arbitrary<Command> = fc.oneof(
      fc.record({ kind: fc.constant('place' as const), axis: fc.constantFrom('rows', 'columns'), dimension }),
      fc
        .constantFrom(...cube.dimensions)
        .chain(({ id, levels }) =>
          fc
            .constantFrom(...levels)
            .map((level) => ({ kind: 'level' as const, dimension: id, level: level.id })),
        ),
      fc.record({
        kind: fc.constant('remove' as const),
        zone: fc.constantFrom('rows', 'columns', 'filters'),
        id: dimension,
      }),
      fc.constant({ kind: 'swap' as const }),
    );
    const inside = anyState(cube).filter((state) => isReleased(reachOf(state, cube), cube));
    fc.assert(
      fc.property(inside, fc.array(command, { maxLength: 12 }), (state, commands) => {
        const end = commands.reduce((s, c) => obey(s, cube, c), state);
        assert.ok(isReleased(reachOf(end, cube), cube), JSON.stringify(end));
      }),
    );
  });

  it('place a field at the level its filter has', () => {
    const filtered = obey(usual, cube, {
      kind: 'filter',
      field: { dimension: 'time', level: 'quarter', members: ['2024-Q1'] },
      instead: true,
    });
    assert.deepEqual(filtered.columns, []);
    const placed = obey(filtered, cube, { kind: 'place', axis: 'columns', dimension: 'time' });
    assert.deepEqual(placed.columns, [{ dimension: 'time', level: 'quarter', parents: false }]);
  });

  it('refuse what is not offered', () => {
    assert.equal(released(usual, cube).get('sector')!.first, null);
    assert.equal(obey(usual, cube, { kind: 'place', axis: 'rows', dimension: 'sector' }), usual);
  });
});
