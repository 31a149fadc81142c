import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalQuery, Query, type AxisEntry } from '@datakube/contract';
import fc from 'fast-check';
import { anyCommand } from '../../fixtures/any-command.ts';
import { anyPlaced, anyReference, anyState } from '../../fixtures/any-state.ts';
import { assertWhole } from '../../fixtures/assert-whole.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { obey, type Command } from './command.ts';
import { depthOf, dimensionOf } from './cube-shape.ts';
import {
  axisField,
  axisOf,
  isUsed,
  plainField,
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
import { settled } from './settle.ts';
import { idsIn, setLevel } from './transitions.ts';

const usual = firstLayout(cube);
const dimension = fc.constantFrom(...cube.dimensions.map(({ id }) => id));
const measure = anyReference(cube);
const axis = fc.constantFrom('rows' as const, 'columns' as const);
const zone = fc.constantFrom(...ZONES);
const placed = anyPlaced(cube);
const plain = { noNullPrototype: true } as const;

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
          const asked = Query.safeParse(queryOf(state));
          assert.equal(asked.success, true, JSON.stringify(asked.error));
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

  it('how a table is sorted, folded and looked at is no part of the question', () => {
    const shown: readonly Command['kind'][] = ['view', 'chart', 'sort', 'collapse', 'look'];
    fc.assert(
      fc.property(anyState(cube), anyCommand, (state, command) => {
        const same = canonicalQuery(queryOf(obey(state, cube, command))) === canonicalQuery(queryOf(state));
        if (shown.includes(command.kind)) assert.ok(same);
        if (command.kind === 'totals') assert.ok(!same);
      }),
    );
  });

  it('the release is never left', () => {
    const inside = fc.oneof(
      fc.constant(usual),
      anyState(cube).filter((state) => isReleased(reachOf(state, cube), cube)),
    );
    fc.assert(
      fc.property(inside, way, (start, commands) => {
        const end = commands.reduce((at, command) => obey(at, cube, command), start);
        assert.ok(isReleased(reachOf(end, cube), cube), JSON.stringify(end));
      }),
    );
  });

  it('a whole state is settled already', () => {
    fc.assert(
      fc.property(anyState(cube), way, (start, commands) => {
        const end = commands.reduce((at, command) => obey(at, cube, command), start);
        assert.deepEqual(settled(end, cube), end);
      }),
    );
  });

  it('what does and undoes itself leaves nothing behind', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        // A sort by a column goes with its column.
        const unsorted = { ...state, sort: state.sort?.by === 'value' ? null : state.sort };
        for (const command of [{ kind: 'swap' }, { kind: 'totals' }] as const) {
          assert.deepEqual(obey(obey(unsorted, cube, command), cube, command), unsorted);
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
    'sort',
    'folded',
    'look',
    'latest*3',
    '-persons@time:2025',
    '!10!persons!others',
    'life-phase',
    'persons.growth:heat',
    '/2024',
    '~',
    '@',
    '!',
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
      placed.map((at) => ({ ...at, parents: true, open: ['2024', '2024'] })),
      placed.map((at) => ({ ...at, top: { count: 3, by: 'persons' } })),
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
    rows: [...state.rows.filter((field) => field.dimension !== id), plainField(id, to)],
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
        const { levels, groupings } = released(state, cube).get(wanted.dimension)!;
        const offered = [...levels, ...groupings].some((each) => each.level === wanted.level && each.offered);
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
          const depth = reachOf(state, cube).get(given.dimension)!;
          assert.ok(depthOf(cube, given.dimension, given.level) <= depth, 'no finer than before');
          const next = setLevel(state, given.dimension, given.level);
          assert.ok((reachOf(next, cube).get(given.dimension) ?? 0) < depth, 'reaches less deep than before');
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
