import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AxisEntry, canonicalQuery, Query } from '@datakube/contract';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { obey, type Command } from './command.ts';
import { depthOf, dimensionOf } from './cube-shape.ts';
import {
  axisField,
  axisOf,
  filterField,
  isUsed,
  queryOf,
  ZONES,
  type ExplorerState,
} from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { stateOf } from './from-query.ts';
import { begin, redo, step, undo } from './history.ts';
import { fromLink, toLink } from './link.ts';
import { giveWay, nearest } from './nearest.ts';
import { isReleased, reachOf, released } from './released.ts';
import { idsIn } from './transitions.ts';

const usual = firstLayout(cube);
const dimension = fc.constantFrom(...cube.dimensions.map(({ id }) => id));
const measure = fc.constantFrom(...cube.measures.map(({ id }) => id));
const axis = fc.constantFrom('rows' as const, 'columns' as const);
const zone = fc.constantFrom(...ZONES);
const placed = fc
  .constantFrom(...cube.dimensions)
  .chain(({ id, levels }) => fc.constantFrom(...levels).map((level) => ({ dimension: id, level: level.id })));
const plain = { noNullPrototype: true } as const;
const kind = <T extends Command['kind']>(name: T): fc.Arbitrary<T> => fc.constant(name);

/** Any command a user can give, also one that makes no sense where things stand. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: kind('place'), axis, dimension, at: fc.option(fc.nat(4), { nil: undefined }) }, plain),
  placed.map((field) => ({ kind: 'level' as const, ...field })),
  fc.record({ kind: kind('parents'), dimension, parents: fc.boolean() }, plain),
  fc
    .tuple(placed, fc.array(fc.constantFrom('K', 'M', '0-19'), { maxLength: 2 }), fc.boolean())
    .map(([field, members, instead]) => ({
      kind: 'filter' as const,
      field: { ...field, members: [...new Set(members)] },
      instead,
    })),
  fc.record({ kind: kind('measure'), measure, at: fc.option(fc.nat(3), { nil: undefined }) }, plain),
  fc.record(
    { kind: kind('shift'), zone, id: fc.oneof(dimension, measure), by: fc.integer({ min: -2, max: 2 }) },
    plain,
  ),
  fc.record({ kind: kind('reorder'), zone, id: fc.oneof(dimension, measure), at: fc.nat(4) }, plain),
  fc.record({ kind: kind('remove'), zone, id: fc.oneof(dimension, measure) }, plain),
  fc.constant({ kind: 'swap' as const }),
  fc.constant({ kind: 'totals' as const }),
  fc.record({ kind: kind('view'), view: fc.constantFrom('table' as const, 'chart' as const) }, plain),
  fc.record({ kind: kind('chart'), chart: fc.constantFrom('bar' as const, 'line' as const) }, plain),
);

/** What is true of every state, as its type says in words. */
function assertWhole(state: ExplorerState): void {
  const onAxes = [...state.rows, ...state.columns].map((field) => field.dimension);
  assert.equal(new Set(onAxes).size, onAxes.length, 'a dimension stands on at most one axis');
  const filtered = state.filters.map((field) => field.dimension);
  assert.equal(new Set(filtered).size, filtered.length, 'a dimension is filtered once');
  assert.ok(state.measures.length > 0, 'there is a measure');
  assert.equal(new Set(state.measures).size, state.measures.length, 'each measure once');
  for (const field of [...state.rows, ...state.columns, ...state.filters]) {
    assert.ok(depthOf(cube, field.dimension, field.level) > 0, `${field.dimension} has no ${field.level}`);
  }
  for (const { members } of state.filters) assert.ok(members.length > 0, 'a filter keeps something');
}

describe('whatever is done', () => {
  const way = fc.array(anyCommand, { maxLength: 15 });

  it('the table stays one that can be asked', () => {
    fc.assert(
      fc.property(anyState(cube), way, (start, commands) => {
        let state = start;
        for (const command of commands) {
          const before = structuredClone(state);
          const next = obey(state, cube, command);
          assert.deepEqual(state, before, 'a state is never changed in place');
          state = next;
          assertWhole(state);
          assert.equal(Query.safeParse({ ...queryOf(state), rows: [], columns: [] }).success, true);
          for (const entry of queryOf(state).rows ?? [])
            assert.equal(AxisEntry.safeParse(entry).success, true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('undo leads back through each step, and redo forth', () => {
    fc.assert(
      fc.property(anyState(cube), way, (start, commands) => {
        let history = begin(start);
        const seen = [start];
        for (const command of commands) {
          history = step(history, obey(history.present, cube, command));
          if (JSON.stringify(history.present) !== JSON.stringify(seen.at(-1))) seen.push(history.present);
        }
        for (const state of [...seen].reverse()) {
          assert.deepEqual(history.present, state);
          history = undo(history);
        }
        assert.equal(undo(history), history);
        for (const state of seen) {
          assert.deepEqual(history.present, state);
          history = redo(history);
        }
        assert.equal(redo(history), history);
      }),
    );
  });

  it('a link leads to the very same table', () => {
    fc.assert(
      fc.property(way, (commands) => {
        const state = commands.reduce((at, command) => obey(at, cube, command), usual);
        const back = fromLink(toLink(state, usual), cube, usual);
        assert.deepEqual(back, state);
        assert.equal(canonicalQuery(queryOf(back)), canonicalQuery(queryOf(state)));
        assert.equal(toLink(back, usual), toLink(state, usual));
      }),
    );
  });

  it('only view and chart are no part of the question', () => {
    fc.assert(
      fc.property(anyState(cube), anyCommand, (state, command) => {
        const same = canonicalQuery(queryOf(obey(state, cube, command))) === canonicalQuery(queryOf(state));
        if (command.kind === 'view' || command.kind === 'chart') assert.ok(same);
        if (command.kind === 'totals') assert.ok(!same);
      }),
    );
  });

  it('what does and undoes itself leaves nothing behind', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        for (const command of [{ kind: 'swap' }, { kind: 'totals' }] as const) {
          assert.deepEqual(obey(obey(state, cube, command), cube, command), state);
        }
      }),
    );
  });
});

describe('a damaged link', () => {
  const part = fc.constantFrom(
    'rows',
    'columns',
    'filters',
    'measures',
    'totals',
    'view',
    'chart',
    'x',
    '=',
    '&',
    ':',
    ',',
    ';',
    '*',
    '%',
    '%zz',
    '#',
    ...cube.dimensions.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)]),
    'persons',
    '80+',
    '__proto__',
    'constructor',
  );

  it('gives a whole table, never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 25 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (link) => {
          assertWhole(fromLink(link, cube, usual));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of which the end is lost keeps what is whole', () => {
    fc.assert(
      fc.property(anyState(cube), fc.nat(100), (state, lost) => {
        const link = toLink(state, usual);
        assertWhole(fromLink(link.slice(0, Math.max(0, link.length - lost)), cube, usual));
      }),
    );
  });
});

describe('any query', () => {
  it('leads to a whole table, also where it repeats itself or names what is gone', () => {
    const entry: fc.Arbitrary<AxisEntry> = fc.oneof(
      placed,
      fc.constant({ dimension: 'gone', level: 'gone' }),
    );
    const query: fc.Arbitrary<Query> = fc.record(
      {
        measures: fc.array(fc.oneof(measure, fc.constant('gone')), { minLength: 1, maxLength: 3 }),
        rows: fc.array(entry, { maxLength: 3 }),
        columns: fc.array(entry, { maxLength: 3 }),
        filters: fc.array(
          fc.record(
            { dimension: fc.oneof(dimension, fc.constant('gone')), members: fc.constant(['K']) },
            plain,
          ),
          { maxLength: 3 },
        ),
      },
      { ...plain, requiredKeys: ['measures'] },
    );
    fc.assert(fc.property(query, (asked) => assertWhole(stateOf(asked, cube, () => undefined, usual))));
  });
});

describe('what is released', () => {
  const level = (state: ExplorerState, id: string, to: string): ExplorerState => ({
    ...state,
    rows: [
      ...state.rows.filter((field) => field.dimension !== id),
      { dimension: id, level: to, parents: false },
    ],
    columns: state.columns.filter((field) => field.dimension !== id),
  });

  it('is released at every coarser level too', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        for (const { levels } of released(state, cube).values()) {
          const offered = levels.map((each) => each.offered);
          assert.deepEqual(
            offered,
            [...offered].sort((a, b) => Number(b) - Number(a)),
          );
        }
      }),
    );
  });

  it('stays released when something is taken away', () => {
    fc.assert(
      fc.property(anyState(cube), zone, dimension, (state, from, id) => {
        if (!isReleased(reachOf(state, cube), cube)) return;
        const less = obey(state, cube, { kind: 'remove', zone: from, id });
        assert.ok(isReleased(reachOf(less, cube), cube));
      }),
    );
  });

  it('is the nearest table itself where nothing has to give way', () => {
    fc.assert(
      fc.property(anyState(cube), placed, (state, wanted) => {
        const offered = released(state, cube)
          .get(wanted.dimension)!
          .levels.some((each) => each.level === wanted.level && each.offered);
        const found = nearest(state, cube, wanted);
        const nothing =
          found !== null &&
          found.coarser.length + found.without.length === 0 &&
          found.shown.level === wanted.level;
        assert.equal(nothing, offered);
      }),
    );
  });

  /** Asks every way of giving way there is: which other dimensions go, and how coarse the rest becomes. */
  function leastRemovals(state: ExplorerState, wanted: { dimension: string; level: string }): number {
    const others = cube.dimensions.filter(({ id }) => id !== wanted.dimension && isUsed(state, id));
    const ways = others.reduce<{ state: ExplorerState; removed: number }[]>(
      (found, { id, levels, total }) =>
        found.flatMap((way) => {
          const field = axisField(way.state, id);
          const depth = field ? depthOf(cube, id, field.level) : 0;
          const coarser = levels
            .slice(0, depth)
            .map((each) => ({ ...way, state: level(way.state, id, each.id) }));
          const without = {
            state: {
              ...way.state,
              rows: way.state.rows.filter((each) => each.dimension !== id),
              columns: way.state.columns.filter((each) => each.dimension !== id),
              filters: way.state.filters.filter((each) => each.dimension !== id),
            },
            removed: way.removed + 1,
          };
          return [...(depth === 0 ? [way] : coarser), ...(total === null ? [] : [without])];
        }),
      [{ state, removed: 0 }],
    );
    const levels = dimensionOf(cube, wanted.dimension)!.levels.slice(
      0,
      depthOf(cube, wanted.dimension, wanted.level),
    );
    const released = ways.filter(({ state: way }) =>
      levels.some(({ id }) => isReleased(reachOf(level(way, wanted.dimension, id), cube), cube)),
    );
    return Math.min(Infinity, ...released.map(({ removed }) => removed));
  }

  it('is reached by taking as few dimensions away as can be', () => {
    fc.assert(
      fc.property(anyState(cube), placed, (state, wanted) => {
        const found = nearest(state, cube, wanted);
        assert.equal(found?.without.length ?? Infinity, leastRemovals(state, wanted));
        if (found === null) return;
        assert.ok(!found.without.includes(wanted.dimension));
        for (const given of found.coarser) {
          const present = [axisField(state, given.dimension), filterField(state, given.dimension)];
          const depth = Math.max(
            ...present.map((each) => (each ? depthOf(cube, given.dimension, each.level) : 0)),
          );
          assert.ok(depthOf(cube, given.dimension, given.level) < depth, 'coarser than before');
        }
      }),
    );
  });

  it('is shown, on an axis, by the command that takes the nearest', () => {
    fc.assert(
      fc.property(anyState(cube), placed, axis, (state, wanted, to) => {
        const alternative = nearest(state, cube, wanted);
        if (alternative === null) return;
        const next = obey(state, cube, { kind: 'nearest', axis: to, alternative });
        assertWhole(next);
        assert.ok(isReleased(reachOf(next, cube), cube));
        assert.equal(axisField(next, wanted.dimension)?.level, alternative.shown.level);
        if (axisOf(giveWay(state, alternative), wanted.dimension) === null) {
          assert.equal(axisOf(next, wanted.dimension), to);
        }
        for (const gone of alternative.without) assert.equal(isUsed(next, gone), false);
      }),
    );
  });
});

describe('names of a zone', () => {
  it('are those of its fields, in order', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        assert.deepEqual(idsIn(state, 'measures'), state.measures);
        for (const each of ['rows', 'columns', 'filters'] as const) {
          assert.deepEqual(
            idsIn(state, each),
            state[each].map((field) => field.dimension),
          );
        }
      }),
    );
  });
});
