import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { canonicalQuery } from '@datakube/contract';
import { levelAbove } from './cube-shape.ts';
import { axisField, axisOf, plainField, queryOf, ZONES, type FilterField } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { finestLevel, stateOf } from './from-query.ts';
import { placeMeasure, removeMeasure } from './measures.ts';
import * as change from './transitions.ts';

const usual = firstLayout(cube);
const sex = plainField('sex', 'sex');

describe('changing the table', () => {
  it('moves a dimension from one axis to the other and never doubles it', () => {
    const onColumns = change.placeOnAxis(usual, 'columns', usual.rows[0]!, 0);
    assert.deepEqual(onColumns.rows, []);
    assert.deepEqual(change.idsIn(onColumns, 'columns'), ['residence', 'time']);
  });

  it('keeps a filter when its dimension leaves the axis', () => {
    const filtered = change.setFilter(usual, only('time', 'year', '2025'));
    const bare = change.removeFrom(filtered, 'columns', 'time');
    assert.equal(axisOf(bare, 'time'), null);
    assert.equal(bare.filters.length, 1);
  });

  it('takes a filter on no members for no filter', () => {
    const filtered = change.setFilter(usual, only('sex', 'sex', 'K'));
    assert.deepEqual(change.setFilter(filtered, only('sex', 'sex')).filters, []);
  });

  it('changes a filter where it stands', () => {
    const members = (dimension: string, ...codes: string[]): FilterField =>
      only(dimension, dimension, ...codes);
    const two = [members('sex', 'K'), members('sector', 'almen')].reduce(
      (s, f) => change.setFilter(s, f),
      usual,
    );
    const changed = change.setFilter(two, members('sex', 'M'));
    assert.deepEqual(changed.filters, [members('sex', 'M'), members('sector', 'almen')]);
  });

  it('never loses the last measure', () => {
    assert.deepEqual(removeMeasure(usual, 'persons').measures, ['persons']);
    const two = placeMeasure(usual, 'contacts', 0);
    assert.deepEqual(two.measures, ['contacts', 'persons']);
    assert.deepEqual(removeMeasure(two, 'persons').measures, ['contacts']);
  });

  it('shifts within a zone and stops at its ends', () => {
    const two = change.placeOnAxis(usual, 'columns', sex);
    assert.deepEqual(change.idsIn(change.shift(two, 'columns', 'sex', -1), 'columns'), ['sex', 'time']);
    assert.equal(change.shift(two, 'columns', 'sex', 1), two);
  });

  it('swaps twice to where it began', () => {
    assert.deepEqual(change.swapAxes(change.swapAxes(usual)), usual);
  });

  it('keeps each dimension on one axis at most, whatever is done', () => {
    const move = fc.record({
      dimension: fc.constantFrom(...cube.dimensions.map(({ id }) => id)),
      zone: fc.constantFrom(...ZONES),
      at: fc.nat(3),
    });
    fc.assert(
      fc.property(anyState(cube), fc.array(move, { maxLength: 8 }), (state, moves) => {
        const end = moves.reduce((s, { dimension, zone, at }) => {
          if (zone === 'rows' || zone === 'columns') {
            return change.placeOnAxis(s, zone, plainField(dimension, 'any'), at);
          }
          return change.removeFrom(s, zone, dimension);
        }, state);
        const ids = [...change.idsIn(end, 'rows'), ...change.idsIn(end, 'columns')];
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(end.measures.length > 0);
      }),
    );
  });
});

describe('state and query', () => {
  const levels = new Map([['2024-Q1', 'quarter']]);

  it('come from each other', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        const levelOf = (dimension: string, member: string): string | undefined => {
          const field = axisField(state, dimension);
          const nested = field?.finest !== undefined && field.open.includes(member);
          return nested
            ? levelAbove(cube, dimension, field.finest!)
            : state.filters.find((each) => each.dimension === dimension)?.level;
        };
        // A query does not tell at which level a member is open that is also kept by a filter.
        fc.pre(state.filters.every(({ dimension }) => axisField(state, dimension)?.finest === undefined));
        const back = stateOf(queryOf(state), cube, levelOf, state);
        assert.deepEqual(back, state);
        assert.equal(canonicalQuery(queryOf(back)), canonicalQuery(queryOf(state)));
      }),
    );
  });

  it('finds the level of a filter from its members, the finest where they are unknown', () => {
    assert.equal(
      finestLevel(cube, 'time', ['2024-Q1'], (_, code) => levels.get(code)),
      'quarter',
    );
    assert.equal(
      finestLevel(cube, 'time', ['2024-07'], (_, code) => levels.get(code)),
      'month',
    );
  });
});
