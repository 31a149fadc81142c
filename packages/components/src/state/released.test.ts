import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cube } from '@datakube/contract';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import type { ExplorerState } from './explorer-state.ts';
import { axisField, plainField, queryOf } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { giveWay, nearest } from './nearest.ts';
import { released } from './released.ts';
import { placeOnAxis, setFilter, setLevel, takeOffAxes } from './transitions.ts';

/**
 * The rule of the release said another way than in the code: spell out every (dimension, level) pair a
 * cuboid stands for, and look the query's pairs up in it.
 */
function insideSomeCuboid(state: ExplorerState, { dimensions, release }: Cube): boolean {
  const query = queryOf(state);
  const pairs = [
    ...[...(query.rows ?? []), ...(query.columns ?? [])].flatMap(({ dimension, level, open = [] }) => {
      const { levels, groupings } = dimensions.find(({ id }) => id === dimension)!;
      const base = groupings.find(({ id }) => id === level)?.level;
      const names = levels.map(({ id }) => id);
      const below = base === undefined ? names[names.indexOf(level) + 1] : base;
      const { finest } = axisField(state, dimension)!;
      return [base ?? level, ...(open.length > 0 ? [finest ?? below!] : [])].map(
        (each) => `${dimension}/${each}`,
      );
    }),
    ...state.filters.map(({ dimension, level }) => {
      const { groupings } = dimensions.find(({ id }) => id === dimension)!;
      return `${dimension}/${groupings.find(({ id }) => id === level)?.level ?? level}`;
    }),
  ];
  return release.cuboids.some((cuboid) => {
    const stands = new Set<string>();
    for (const held of cuboid.dimensions) {
      for (const level of dimensions.find(({ id }) => id === held.dimension)!.levels) {
        stands.add(`${held.dimension}/${level.id}`);
        if (level.id === held.level) break;
      }
    }
    return pairs.every((pair) => stands.has(pair));
  });
}

const place = (state: ExplorerState, dimension: string, level: string): ExplorerState =>
  placeOnAxis(state, 'rows', plainField(dimension, level));

describe('what can be added', () => {
  it('offers every level that a cuboid has together with what is chosen, and no other', () => {
    const offers = released(firstLayout(cube), cube);
    const offered = (dimension: string): string[] =>
      offers
        .get(dimension)!
        .levels.filter(({ offered }) => offered)
        .map(({ level }) => level);
    assert.deepEqual(offered('age'), ['broad'], 'five-year groups are released by region only');
    assert.deepEqual(offered('sex'), ['sex']);
    assert.deepEqual(offered('chronic-disease'), ['disease']);
    assert.deepEqual(offered('time'), ['year', 'quarter', 'month']);
    assert.deepEqual(offered('sector'), []);
    assert.equal(offers.get('sector')!.first, null);
  });

  it('gives a query inside a cuboid for every offer, whatever is chosen', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        for (const { dimension, levels, groupings } of released(state, cube).values()) {
          for (const { level, offered } of [...levels, ...groupings]) {
            assert.equal(
              offered,
              insideSomeCuboid(place(state, dimension, level), cube),
              `${dimension} at ${level} on ${JSON.stringify(state)}`,
            );
          }
        }
      }),
    );
  });

  it('counts a filter as much as an axis', () => {
    const filtered = setFilter(firstLayout(cube), {
      dimension: 'sex',
      level: 'sex',
      keep: { kind: 'members', members: ['K'] },
    });
    assert.equal(released(filtered, cube).get('chronic-disease')!.first, null);
    assert.equal(released(firstLayout(cube), cube).get('chronic-disease')!.first, 'disease');
  });
});

describe('the nearest table when it cannot be added', () => {
  it('prefers a coarser level to taking a dimension away', () => {
    const found = nearest(firstLayout(cube), cube, { dimension: 'sector', level: 'sector' });
    assert.deepEqual(found, {
      shown: { dimension: 'sector', level: 'sector' },
      coarser: [{ dimension: 'residence', level: 'region' }],
      without: [],
    });
  });

  it('takes away what no level of can stay', () => {
    const found = nearest(firstLayout(cube), cube, { dimension: 'nursing-home', level: 'nursing-home' });
    assert.deepEqual(found?.without, ['residence']);
  });

  it('offers the field itself at a coarser level', () => {
    const found = nearest(firstLayout(cube), cube, { dimension: 'age', level: 'five-year' });
    assert.deepEqual(found, { shown: { dimension: 'age', level: 'broad' }, coarser: [], without: [] });
  });

  it('keeps to the wanted level where that is asked, and lets others give way', () => {
    const wanted = { dimension: 'age', level: 'five-year' };
    assert.deepEqual(nearest(firstLayout(cube), cube, wanted, true), {
      shown: wanted,
      coarser: [{ dimension: 'residence', level: 'region' }],
      without: [],
    });
    const coarse: Cube = { ...cube, release: { ...cube.release, cuboids: cube.release.cuboids.slice(0, 1) } };
    assert.equal(nearest(firstLayout(coarse), coarse, wanted, true), null);
  });

  it('folds what is open before it shows a coarser level', () => {
    const deep: ExplorerState = {
      ...firstLayout(cube),
      rows: [plainField('residence', 'region')],
      columns: [{ ...plainField('time', 'year'), open: ['2024', '2024-Q1'], finest: 'month' }],
    };
    // Sectors are released by quarter, and months are open.
    const found = nearest(deep, cube, { dimension: 'sector', level: 'sector' });
    assert.deepEqual(found?.coarser, [{ dimension: 'time', level: 'year' }]);
    assert.deepEqual(giveWay(deep, found!).columns, [plainField('time', 'year')]);
  });

  it('has nothing to offer for a dimension in no cuboid', () => {
    const bare: Cube = { ...cube, release: { ...cube.release, cuboids: cube.release.cuboids.slice(0, 1) } };
    assert.equal(nearest(firstLayout(bare), bare, { dimension: 'sector', level: 'sector' }), null);
  });

  it('always leads to a released table', () => {
    fc.assert(
      fc.property(
        anyState(cube),
        fc.constantFrom(...cube.dimensions),
        fc.nat(),
        (state, dimension, index) => {
          const level = dimension.levels[index % dimension.levels.length]!.id;
          const found = nearest(state, cube, { dimension: dimension.id, level });
          if (found === null) return;
          const room = giveWay(takeOffAxes(state, dimension.id), found);
          assert.ok(insideSomeCuboid(place(room, found.shown.dimension, found.shown.level), cube));
        },
      ),
    );
  });
});

describe('the first layout', () => {
  it('shows municipalities under their regions by year, counting persons', () => {
    assert.deepEqual(queryOf(firstLayout(cube)), {
      measures: ['persons'],
      rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
      columns: [{ dimension: 'time', level: 'year' }],
      totals: true,
    });
  });

  it('stays inside the release where places are released coarsely only', () => {
    const coarse: Cube = { ...cube, release: { ...cube.release, cuboids: cube.release.cuboids.slice(5) } };
    assert.deepEqual(firstLayout(coarse).rows, [plainField('residence', 'region')]);
  });

  it('falls back to another dimension where places are not released', () => {
    const placeless: Cube = { ...cube, release: { ...cube.release, cuboids: cube.release.cuboids.slice(6) } };
    assert.deepEqual(firstLayout(placeless).rows, [plainField('age', 'broad')]);
  });
});

it('keeps a level change inside the release when it was offered', () => {
  const state = firstLayout(cube);
  const quarter = setLevel(state, 'time', 'quarter');
  assert.ok(insideSomeCuboid(quarter, cube));
});
