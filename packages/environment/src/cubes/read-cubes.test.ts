import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CubeDefinition } from '@datakube/contract';
import { tinyCodeLists, tinyDefinition, tinySchema } from '../testing/tiny-cube.ts';
import { CubeDefinitionError } from './definition-fault.ts';
import { readCubes } from './read-cubes.ts';

describe('reading a cube definition', () => {
  const [cube] = readCubes([tinyDefinition()], tinyCodeLists, tinySchema);

  it('numbers the members breadth first, the total first, in code-list order', () => {
    const place = cube!.dimension('place')!;
    assert.deepEqual(
      place.members.map((member) => member?.code ?? 'total'),
      ['total', 'north', 'south', 'Aa', 'Bo', 'Ca', 'Do', 'Ek'],
    );
    assert.deepEqual([...place.hierarchy.parent], [-1, 0, 0, 1, 1, 2, 2, 2]);
    assert.deepEqual([...place.hierarchy.depth], [0, 1, 1, 2, 2, 2, 2, 2]);
    assert.deepEqual(place.hierarchy.nodesTo, [1, 3, 8]);
    assert.deepEqual([...place.leaves], [3, 4, 5, 6, 7]);
    assert.deepEqual(
      [...place.depthOf],
      [
        ['region', 1],
        ['town', 2],
      ],
    );
    assert.equal(place.nodeOf.get('Ca'), 5);
    assert.equal(place.defaultNode, 0);
  });

  it('gives time no total, and the latest year as default', () => {
    const time = cube!.dimension('time')!;
    assert.deepEqual(time.hierarchy.nodesTo, [0, 2, 10, 34]);
    assert.deepEqual([...time.hierarchy.parent.subarray(0, 5)], [-1, -1, 0, 0, 0]);
    assert.equal(time.hierarchy.parent[10 + 23], 2 + 7);
    assert.equal(time.members[time.defaultNode]!.code, '2024');
  });

  it('names the members of the calendar in both languages', () => {
    const time = cube!.dimension('time')!;
    const named = (code: string): unknown => time.members[time.nodeOf.get(code)!]!.name;
    assert.deepEqual(named('2024'), { da: '2024', en: '2024' });
    assert.deepEqual(named('2024-Q1'), { da: '1. kvartal 2024', en: 'Q1 2024' });
    assert.deepEqual(named('2024-01'), { da: 'januar 2024', en: 'January 2024' });
    assert.equal(time.members[time.nodeOf.get('2024-12')!]!.parent, '2024-Q4');
  });

  it('does not depend on the order of the definitions', () => {
    const other = { ...tinyDefinition(), id: 'another' };
    const ids = (definitions: unknown[]): string[] =>
      readCubes(definitions, tinyCodeLists).map(({ definition }) => definition.id);
    assert.deepEqual(ids([tinyDefinition(), other]), ids([other, tinyDefinition()]));
  });
});

/** Takes a copy of the definition apart and changes it. */
type Change = (definition: ReturnType<typeof loose>) => void;
// Wrong definitions are what is tested here, so their type is given up on purpose.
const loose = (definition: CubeDefinition) => structuredClone(definition) as unknown as LooseDefinition;
interface LooseDefinition {
  [key: string]: unknown;
  dimensions: {
    [key: string]: unknown;
    levels: { id: string }[];
    members: unknown;
    source: Record<string, unknown>;
  }[];
  measures: { [key: string]: unknown; additiveOver?: string[] }[];
  population: { table: string; public: string[] };
  release: { cuboids: { dimensions: { dimension: string; level: string }[] }[] };
}

const SUPPRESS = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' };

const wrong: readonly (readonly [string, Change, string, RegExp])[] = [
  ['an unknown field', (d) => (d['colour'] = 1), '', /colour/i],
  ['no policy', (d) => delete d['policy'], '/policy', /./],
  [
    'a rule of dominance, for which nobody counts',
    (d) => (d['policy'] = { ...SUPPRESS, dominance: { p: 10 } }),
    '/policy/dominance',
    /not tabulated by largest contributions/,
  ],
  [
    'a least number of providers, which nobody counts',
    (d) => (d['policy'] = { ...SUPPRESS, providers: 3 }),
    '/policy/providers',
    /not tabulated by provider/,
  ],
  ['two dimensions of one name', (d) => (d.dimensions[1]!['id'] = 'place'), '/dimensions/1/id', /twice/],
  [
    'a missing code list',
    (d) => (d.dimensions[0]!.members = { codeList: 'moon' }),
    '/dimensions/0/members/codeList',
    /moon/,
  ],
  [
    'a level without members',
    (d) => d.dimensions[2]!.levels.push({ ...d.dimensions[2]!.levels[0]!, id: 'finer' }),
    '/dimensions/2/levels/1/id',
    /finer/,
  ],
  ['levels in the wrong order', (d) => d.dimensions[0]!.levels.reverse(), '/dimensions/0/members', /parent/],
  [
    'a level called total',
    (d) => (d.dimensions[2]!.levels[0]!.id = 'total'),
    '/dimensions/2/levels/0/id',
    /reserved/,
  ],
  [
    'a calendar of half a year',
    (d) => (d.dimensions[3]!.members = { calendar: { from: '2023-01-01', to: '2023-06-30' } }),
    '/dimensions/3/members/calendar',
    /31 December/,
  ],
  [
    'a calendar with weeks',
    (d) => (d.dimensions[3]!.levels[1]!.id = 'week'),
    '/dimensions/3/levels/1/id',
    /quarter/,
  ],
  [
    'time with a total',
    (d) => (d.dimensions[3]!['total'] = { da: 'alle', en: 'all' }),
    '/dimensions/3/total',
    /null/,
  ],
  ['no time', (d) => (d.dimensions[3]!['kind'] = 'code'), '/dimensions', /time/],
  [
    'levels over a dimension of several members',
    (d) => (d.dimensions[5]!.source['multiple'] = true),
    '/dimensions/5/source/multiple',
    /one level/,
  ],
  [
    'persons that add up over time',
    (d) => d.measures[0]!.additiveOver!.push('time'),
    '/measures/0/additiveOver/3',
    /do not add up/,
  ],
  [
    'persons that add up over a column of the facts',
    (d) => d.measures[0]!.additiveOver!.push('form'),
    '/measures/0/additiveOver/3',
    /do not add up/,
  ],
  [
    'persons that add up over diseases',
    (d) => d.measures[0]!.additiveOver!.push('disease'),
    '/measures/0/additiveOver/3',
    /do not add up/,
  ],
  [
    'events that add up over diseases',
    (d) => d.measures[1]!.additiveOver!.push('disease'),
    '/measures/1/additiveOver/6',
    /do not add up/,
  ],
  [
    'a measure that adds up over nothing known',
    (d) => d.measures[1]!.additiveOver!.push('moon'),
    '/measures/1/additiveOver/6',
    /moon/,
  ],
  ['a rate of nothing', (d) => (d.measures[3]!['numerator'] = 'moons'), '/measures/3/numerator', /moons/],
  [
    'a rate of a rate',
    (d) => (d.measures[3]!['numerator'] = 'share'),
    '/measures/3/numerator',
    /itself a rate/,
  ],
  ['a measure called population', (d) => (d.measures[1]!['id'] = 'population'), '/measures/1/id', /reserved/],
  ['no measure of persons', (d) => (d.measures[0]!['kind'] = 'events'), '/measures', /persons/],
  [
    'a column that is not there',
    (d) => (d.measures[2]!['column'] = 'weeks'),
    '/measures/2/column',
    /weeks|no column/,
  ],
  ['a table that is not there', (d) => (d['facts'] = 'moons'), '/facts', /moons/],
  ['a population that is not there', (d) => (d.population.table = 'moons'), '/population/table', /moons/],
  [
    'a source column that is not there',
    (d) => (d.dimensions[0]!.source['column'] = 'moon'),
    '/dimensions/0/source/column',
    /moon/,
  ],
  [
    'public figures of a disease',
    (d) => d.population.public.push('disease'),
    '/population/public/3',
    /divide/,
  ],
  [
    'public figures of nothing known',
    (d) => d.population.public.push('moon'),
    '/population/public/3',
    /moon/,
  ],
  [
    'a cuboid of an unknown dimension',
    (d) => (d.release.cuboids[0]!.dimensions[0]!.dimension = 'moon'),
    '/release/cuboids/0/dimensions/0/dimension',
    /moon/,
  ],
  [
    'a cuboid of an unknown level',
    (d) => (d.release.cuboids[0]!.dimensions[0]!.level = 'moon'),
    '/release/cuboids/0/dimensions/0/level',
    /moon/,
  ],
  [
    'a cuboid without time',
    (d) => d.release.cuboids[0]!.dimensions.pop(),
    '/release/cuboids/0/dimensions',
    /time/,
  ],
  [
    'a cuboid with a dimension twice',
    (d) => d.release.cuboids[0]!.dimensions.push({ dimension: 'sex', level: 'sex' }),
    '/release/cuboids/0/dimensions',
    /twice/,
  ],
  [
    'a cuboid twice',
    (d) => d.release.cuboids.push({ dimensions: d.release.cuboids[0]!.dimensions.toReversed() }),
    '/release/cuboids/4/dimensions',
    /twice/,
  ],
];

describe('a wrong definition is refused with the place and the reason', () => {
  for (const [name, change, pointer, reason] of wrong) {
    it(name, () => {
      const definition = loose(tinyDefinition());
      change(definition);
      const faults = faultsOf([definition]);
      assert.ok(
        faults.some(
          (fault) => fault.cube === 'tiny' && fault.pointer === pointer && reason.test(fault.reason),
        ),
        JSON.stringify(faults, null, 1),
      );
    });
  }

  const codeLists: readonly (readonly [string, unknown, RegExp])[] = [
    ['a code twice', [...tinyCodeLists['sex']!, tinyCodeLists['sex']![0]], /twice/],
    ['a code called total', [{ ...tinyCodeLists['sex']![0], code: 'total' }], /reserved/],
    ['a member of an unknown level', [{ ...tinyCodeLists['sex']![0], level: 'moon' }], /moon/],
    ['a parent on the first level', [{ ...tinyCodeLists['sex']![0], parent: 'X' }], /first level/],
    ['no list at all', 7, /cannot be read/],
  ];
  for (const [name, list, reason] of codeLists) {
    it(`in a code list: ${name}`, () => {
      const faults = faultsOf([tinyDefinition()], { ...tinyCodeLists, sex: list });
      assert.ok(
        faults.some(
          ({ pointer, reason: why }) => pointer.startsWith('/dimensions/2/members') && reason.test(why),
        ),
      );
    });
  }

  it('in a code list: an orphan, a parent that does not exist, a branch without leaves', () => {
    const place = tinyCodeLists['place']!;
    const changed = (code: string, parent: string | undefined): unknown[] =>
      place.map((member) =>
        member.code === code
          ? { code, name: member.name, level: member.level, ...(parent ? { parent } : {}) }
          : member,
      );
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, place: changed('Bo', undefined) })[0]!.reason,
      /Bo has no parent/,
    );
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, place: changed('Bo', 'moon') })[0]!.reason,
      /moon, which does not exist/,
    );
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, place: changed('Bo', 'Aa') })[0]!.reason,
      /not of level region/,
    );
    const childless = [...place, { ...place[0]!, code: 'empty' }];
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, place: childless })[0]!.reason,
      /empty has no members/,
    );
  });

  it('when a column is too narrow for the members', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...tinyCodeLists['sex']![0]!,
      code: `s${index}`,
    }));
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, sex: many })[0]!.reason,
      /uint8 cannot hold 300/,
    );
    const nine = Array.from({ length: 9 }, (_, index) => ({
      ...tinyCodeLists['disease']![0]!,
      code: `d${index}`,
    }));
    assert.match(
      faultsOf([tinyDefinition()], { ...tinyCodeLists, disease: nine })[0]!.reason,
      /uint8 cannot hold 9/,
    );
  });

  it('with all faults of all cubes at once', () => {
    const first = loose(tinyDefinition());
    first.population.public.push('moon');
    first['facts'] = 'moons';
    const second = { ...tinyDefinition(), id: 'second', measures: [] };
    const faults = faultsOf([first, second, 'nonsense', tinyDefinition(), tinyDefinition()]);
    assert.deepEqual([...new Set(faults.map((fault) => fault.cube))], ['tiny', 'second', 'definition 3']);
    assert.ok(faults.some(({ reason }) => reason === 'two cubes have this name'));
    assert.ok(faults.length >= 5);
  });
});

function faultsOf(definitions: readonly unknown[], lists: Record<string, unknown> = tinyCodeLists) {
  try {
    readCubes(definitions, lists, tinySchema);
  } catch (error) {
    assert.ok(error instanceof CubeDefinitionError);
    return error.faults;
  }
  return assert.fail('the definition was taken');
}
