import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { IsoDate, IsoDateTime } from './dates.ts';
import { exampleAnswer, exampleProblem, exampleQuery } from './examples.ts';
import {
  Capabilities,
  Catalogue,
  CellSetAnswer,
  Cube,
  Declaration,
  DimensionDefinition,
  Health,
  LocalisedText,
  MeasureDefinition,
  MemberList,
  MemberSource,
  Policy,
  Problem,
  Query,
  SignInAnswer,
  SignInRequest,
} from './index.ts';

type Value = Record<string, unknown>;
type Path = readonly (string | number)[];

const text = { da: 'Bopæl', en: 'Residence' };
const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' };
const dimension = {
  id: 'residence',
  name: text,
  description: text,
  group: text,
  kind: 'geography',
  levels: [{ id: 'region', name: text }],
  members: { calendar: { from: '2023-01-01', to: '2025-12-31' } },
  groupings: [
    {
      id: 'half',
      name: text,
      level: 'region',
      groups: [{ code: 'east', name: text, members: ['1084', '1085'] }],
    },
  ],
  remarks: [{ members: ['1084'], flag: 'break', text }],
  total: text,
  source: { table: 'population', column: 'municipality' },
};
const common = { id: 'persons', name: text, description: text, unit: text };
const { declaration } = exampleAnswer;

/** What is sent to an environment or written by the owner of a cube: nothing more may be in it. */
const strict: readonly (readonly [string, z.ZodMiniType, Value])[] = [
  ['Query', Query, { ...exampleQuery, totals: true }],
  [
    'Query for the greatest of what is open',
    Query,
    {
      measures: ['persons', 'persons.growth'],
      rows: [
        {
          dimension: 'residence',
          level: 'region',
          open: ['1084'],
          top: { count: 5, by: 'persons', others: true },
        },
      ],
      filters: [
        { dimension: 'time', level: 'year', latest: 3 },
        { dimension: 'age', level: 'group', from: '0-19', to: '40-59' },
      ],
    },
  ],
  ['SignInRequest', SignInRequest, { user: 'analyst' }],
  ['LocalisedText', LocalisedText, text],
  ['Policy', Policy, policy],
  ['MemberSource of a code list', MemberSource, { codeList: 'residence' }],
  ['MemberSource of a calendar', MemberSource, dimension.members],
  ['DimensionDefinition', DimensionDefinition, dimension],
  ['MeasureDefinition of persons', MeasureDefinition, { ...common, kind: 'persons', additiveOver: ['sex'] }],
  [
    'MeasureDefinition of a sum',
    MeasureDefinition,
    { ...common, kind: 'sum', column: 'bed_days', additiveOver: [] },
  ],
  [
    'MeasureDefinition of a rate',
    MeasureDefinition,
    { ...common, kind: 'rate', numerator: 'contacts', per: 1000, decimals: 1, unreliableBelow: 20 },
  ],
  [
    'Declaration',
    Declaration,
    {
      ...declaration,
      caveats: [{ concerns: text, text }],
      changes: [{ date: '2026-01-31', text }],
    },
  ],
];

/** What an environment answers: clients written today must read what a later one says. */
const open: readonly (readonly [string, z.ZodMiniType, Value])[] = [
  ['Health', Health, { status: 'live' }],
  ['Problem', Problem, { ...exampleProblem }],
  ['Catalogue', Catalogue, { cubes: [] }],
  ['MemberList', MemberList, { cube: 'a', dimension: 'b', members: [] }],
  [
    'SignInAnswer',
    SignInAnswer,
    { token: 't', expiresAt: '2026-01-31T12:00:00Z', user: { id: 'a', name: 'A', roles: [] } },
  ],
  ['CellSetAnswer', CellSetAnswer, { ...exampleAnswer }],
  [
    'Capabilities',
    Capabilities,
    {
      environment: { name: 'E', version: '1', profile: 'sandbox' },
      user: { signedIn: false, name: null, roles: [], own: [{ dimension: 'residence', member: '0101' }] },
      formats: ['json'],
      limits: { cells: 1 },
      synthetic: true,
    },
  ],
  [
    'Cube',
    Cube,
    {
      id: 'a',
      name: text,
      description: text,
      dimensions: [],
      measures: [],
      policy,
      release: { id: 'r', published: '2026-01-31T12:00:00Z', cuboids: [], cells: 0 },
      outside: { ways: ['extend', 'perturb'], cells: { extend: 60_000, perturb: 60_000 }, additive: 2 },
      examples: [],
      declaration,
      synthetic: true,
    },
  ],
];

/** Where there are objects in a value, itself first. */
function objectsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) =>
    objectsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? below : [path, ...below];
}

function at(value: Value, path: Path): Value {
  return path.reduce<unknown>((part, key) => (part as Value)[key], value) as Value;
}

for (const [name, schema, example] of strict) {
  describe(name, () => {
    it('takes what it describes', () => assert.deepEqual(schema.parse(example), example));

    it('refuses an unknown field at every depth', () => {
      for (const path of objectsIn(example)) {
        const more = structuredClone(example);
        at(more, path)['unknown'] = 'x';
        assert.equal(schema.safeParse(more).success, false, `/${path.join('/')}`);
      }
    });

    it('refuses a value of another type in the place of any', () => {
      for (const path of objectsIn(example)) {
        for (const key of Object.keys(at(example, path))) {
          const other = structuredClone(example);
          at(other, path)[key] = Symbol.iterator;
          assert.equal(schema.safeParse(other).success, false, `/${[...path, key].join('/')}`);
        }
      }
    });
  });
}

for (const [name, schema, example] of open) {
  describe(name, () => {
    it('takes what it describes', () => assert.equal(schema.safeParse(example).success, true));

    it('lets a field of a later version pass, and needs each of its own', () => {
      assert.equal(schema.safeParse({ ...example, later: 1 }).success, true);
      const optional = ['detail', 'instance', 'errors', 'waysOut'];
      for (const key of Object.keys(example).filter((each) => !optional.includes(each))) {
        const { [key]: _left, ...less } = example;
        assert.equal(schema.safeParse(less).success, false, key);
      }
    });
  });
}

describe('Policy', () => {
  it('hides from three persons at least to ten at most', () => {
    const allowed = [2, 3, 4, 9, 10, 11, 4.5, -5].filter(
      (threshold) => Policy.safeParse({ ...policy, threshold }).success,
    );
    assert.deepEqual(allowed, [3, 4, 9, 10]);
  });

  it('knows no way to let out what is not released', () => {
    for (const outsideRelease of ['allow', 'round', '', null]) {
      assert.equal(Policy.safeParse({ ...policy, outsideRelease }).success, false);
    }
  });
});

describe('LocalisedText', () => {
  it('needs words in both languages and no third', () => {
    for (const bad of [
      { da: 'x' },
      { en: 'x' },
      { da: 'x', en: '' },
      { da: '', en: 'x' },
      { ...text, de: 'x' },
    ]) {
      assert.equal(LocalisedText.safeParse(bad).success, false, JSON.stringify(bad));
    }
  });
});

describe('dates', () => {
  it('are days that exist', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          assert.equal(IsoDate.safeParse(date.toISOString().slice(0, 10)).success, true);
          assert.equal(IsoDateTime.safeParse(date.toISOString()).success, true);
        },
      ),
    );
    for (const good of ['2000-02-29', '2024-02-29', '2096-02-29', '2400-02-29']) {
      assert.equal(IsoDate.safeParse(good).success, true, good);
    }
    for (const bad of [
      '2025-02-29',
      '1900-02-29',
      '2100-02-29',
      '2024-04-31',
      '2025-13-01',
      '2025-1-1',
      '31.12.2025',
      '2025-12-31T00:00:00Z',
      '',
    ]) {
      assert.equal(IsoDate.safeParse(bad).success, false, bad);
    }
    for (const bad of ['2026-01-31', '2026-01-31T25:00:00Z', '2026-01-31 12:00', 'now']) {
      assert.equal(IsoDateTime.safeParse(bad).success, false, bad);
    }
  });
});

describe('the bounds of a query', () => {
  const axis = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) => ({ dimension: `d${index}`, level: 'l' }));
  const members = (count: number): string[] => Array.from({ length: count }, (_, index) => `m${index}`);

  it('are kept', () => {
    const takes = (part: object): boolean => Query.safeParse({ measures: ['persons'], ...part }).success;
    assert.deepEqual([takes({ rows: axis(4) }), takes({ rows: axis(5) })], [true, false]);
    assert.deepEqual([takes({ columns: axis(4) }), takes({ columns: axis(5) })], [true, false]);
    assert.deepEqual([takes({ measures: members(16) }), takes({ measures: members(17) })], [true, false]);
    assert.equal(takes({ measures: [] }), false);
    const filters = (count: number, size: number): object => ({
      filters: Array.from({ length: count }, (_, index) => ({
        dimension: `d${index}`,
        members: members(size),
      })),
    });
    assert.deepEqual([takes(filters(16, 1)), takes(filters(17, 1))], [true, false]);
    assert.deepEqual(
      [takes(filters(1, 0)), takes(filters(1, 1000)), takes(filters(1, 1001))],
      [false, true, false],
    );
  });
});
