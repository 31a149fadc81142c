import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CubeDefinition, Member } from '@datakube/contract';
import * as z from 'zod/mini';
import { FIRST_YEAR, LAST_YEAR } from './calendar.ts';
import { codeLists, indexOfCode, leavesOf } from './code-lists.ts';
import { cubeDefinitions } from './definitions.ts';
import { registerSchema } from './register-schema.ts';

const cubes = cubeDefinitions.map((definition) => CubeDefinition.parse(definition));
const members = (list: string): Member[] =>
  z.array(Member).parse((codeLists as Record<string, unknown>)[list]);
const schema: Readonly<Record<string, Readonly<Record<string, string>>>> = registerSchema;

/** Where there are objects in a value, itself first. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) => objectsIn(part, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

function at(value: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  return path.reduce((part, key) => part[key] as Record<string, unknown>, value);
}

const signedIn = ['municipality', 'region', 'general-practice', 'research'];

describe('cube definitions', () => {
  it('are those of the two cubes', () => {
    assert.deepEqual(
      cubes.map((cube) => cube.id),
      ['sundhedsdata-paa-tvaers', 'speciallaegepraksis'],
    );
  });

  for (const cube of cubes) {
    it(`${cube.id} names tables and columns that exist`, () => {
      assert.ok(schema[cube.facts] && schema[cube.population.table]);
      for (const { id, source } of cube.dimensions) {
        const table = source.table === 'facts' ? cube.facts : cube.population.table;
        assert.ok(schema[table]![source.column], `${id}: ${table}.${source.column}`);
      }
      for (const measure of cube.measures) {
        if (measure.kind === 'sum') assert.ok(schema[cube.facts]![measure.column], measure.id);
      }
    });

    it(`${cube.id} covers the years of the registers`, () => {
      const time = cube.dimensions.find((dimension) => dimension.kind === 'time');
      assert.deepEqual(time?.members, {
        calendar: { from: `${FIRST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` },
      });
      assert.equal(time?.total, null);
    });

    it(`${cube.id} lets persons add up over no dimension of which one person can have several members`, () => {
      const divides = cube.dimensions
        .filter(({ source }) => source.table === 'population' && !source.multiple)
        .map((dimension) => dimension.id);
      const persons = cube.measures.find((measure) => measure.kind === 'persons');
      assert.deepEqual(persons?.additiveOver, divides);
      const events = cube.measures.find((measure) => measure.kind === 'events');
      const single = cube.dimensions
        .filter(({ source }) => !source.multiple)
        .map((dimension) => dimension.id);
      assert.deepEqual(events?.additiveOver, single);
    });

    it(`${cube.id} releases cuboids of at most four dimensions, time among them`, () => {
      for (const { dimensions } of cube.release.cuboids) {
        assert.ok(dimensions.length <= 4);
        assert.ok(dimensions.some(({ dimension }) => dimension === 'time'));
      }
      const released = new Set(
        cube.release.cuboids.flatMap((cuboid) => cuboid.dimensions.map((each) => each.dimension)),
      );
      assert.equal(released.size, cube.dimensions.length);
    });

    it(`${cube.id} says in both languages that its numbers are made up, and which are provisional or do not add up`, () => {
      assert.match(cube.declaration.summary.da, /syntetiske/);
      assert.match(cube.declaration.summary.en, /synthetic/);
      const marks = cube.declaration.caveats.map((caveat) => caveat.mark);
      assert.ok(marks.includes('f') && marks.includes('n'));
    });

    it(`${cube.id} has texts that differ where the languages do`, () => {
      const texts = JSON.stringify(cube.declaration);
      for (const { da, en } of [cube.description, cube.declaration.method, cube.declaration.coverage]) {
        assert.notEqual(da, en);
      }
      assert.doesNotMatch(texts, /TODO|lorem/i);
    });
  }

  for (const cube of cubes) {
    it(`${cube.id} names in its measures and its release what it has, once each`, () => {
      const ids = [...cube.dimensions, ...cube.measures].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      const dimensions = new Set(cube.dimensions.map(({ id }) => id));
      for (const measure of cube.measures) {
        if (measure.kind === 'rate') {
          const numerator = cube.measures.find(({ id }) => id === measure.numerator);
          assert.ok(numerator && numerator.kind !== 'rate', measure.id);
        } else {
          for (const id of measure.additiveOver) assert.ok(dimensions.has(id), `${measure.id} over ${id}`);
        }
      }
      for (const id of cube.population.public) assert.ok(dimensions.has(id), id);
      for (const { dimensions: held } of cube.release.cuboids) {
        for (const { dimension, level } of held) {
          const levels = cube.dimensions.find(({ id }) => id === dimension)?.levels.map(({ id }) => id);
          assert.ok(levels?.includes(level), `${dimension} at ${level}`);
        }
        assert.equal(new Set(held.map(({ dimension }) => dimension)).size, held.length);
      }
    });

    it(`${cube.id} releases no cuboid that is part of another`, () => {
      const depth = (dimension: string, level: string): number =>
        cube.dimensions.find(({ id }) => id === dimension)!.levels.findIndex(({ id }) => id === level) + 1;
      const reach = cube.release.cuboids.map(
        ({ dimensions }) =>
          new Map(dimensions.map(({ dimension, level }) => [dimension, depth(dimension, level)])),
      );
      reach.forEach((part, index) => {
        const whole = reach.findIndex(
          (other, at) => at !== index && [...part].every(([id, down]) => down <= (other.get(id) ?? 0)),
        );
        assert.equal(whole, -1, `cuboid ${index} is part of ${whole}`);
      });
    });

    it(`${cube.id} hides fewer than five citizens and has members on every level it names`, () => {
      assert.deepEqual(
        [cube.policy.method, cube.policy.threshold, cube.policy.outsideRelease],
        ['suppress', 5, Object.fromEntries(signedIn.map((role) => [role, ['extend', 'perturb']]))],
      );
      assert.deepEqual(cube.access, ['public', ...signedIn], 'the public is refused outside the release');
      for (const { id, levels, members: source } of cube.dimensions) {
        if (!('codeList' in source)) continue;
        const found = new Set(members(source.codeList).map(({ level }) => level));
        assert.deepEqual(
          [...found],
          levels.map((level) => level.id),
          id,
        );
      }
    });

    it(`${cube.id} keeps a person's diseases within the bits of their column`, () => {
      for (const { id, source, members: list } of cube.dimensions) {
        if (!source.multiple || !('codeList' in list)) continue;
        const width = { uint8: 8, uint16: 16, int32: 31 }[
          schema[cube.population.table]![source.column] as 'uint8'
        ];
        assert.ok(members(list.codeList).length <= width, id);
      }
    });
  }

  for (const definition of cubeDefinitions as Record<string, unknown>[]) {
    it(`${String(definition['id'])} is refused with one field too many, wherever it is`, () => {
      for (const path of objectsIn(definition)) {
        const more = structuredClone(definition);
        at(more, path)['unknown'] = true;
        assert.equal(CubeDefinition.safeParse(more).success, false, path.join('/'));
      }
    });

    it(`${String(definition['id'])} is refused with one field too few, but for those that may be left out`, () => {
      const optional = new Set([
        ...['synonyms', 'caveats', 'multiple', 'mark', 'partOf', ...signedIn],
        ...['groupings', 'remarks', 'flag', 'unreliableBelow', 'examples', 'chart'],
        // Of the queries of examples. Without `latest` a filter keeps all periods of its level.
        ...['rows', 'columns', 'filters', 'totals', 'parents', 'open', 'top', 'others', 'latest'],
      ]);
      for (const path of objectsIn(definition)) {
        for (const key of Object.keys(at(definition, path))) {
          if (optional.has(key) && (path[0] !== 'declaration' || key === 'mark')) continue;
          if (key === 'description' && path.at(-2) === 'groupings') continue;
          const less = structuredClone(definition);
          delete at(less, path)[key];
          assert.equal(CubeDefinition.safeParse(less).success, false, [...path, key].join('/'));
        }
      }
    });
  }

  it('has the code lists it names, one for each dimension', () => {
    for (const { members: source } of cubes.flatMap((cube) => cube.dimensions)) {
      if ('codeList' in source) assert.ok(members(source.codeList).length > 1, source.codeList);
    }
  });
});

describe('code lists', () => {
  for (const list of Object.keys(codeLists)) {
    it(`${list} is a list of members with codes of their own and parents that exist`, () => {
      const codes = members(list).map((member) => member.code);
      assert.equal(new Set(codes).size, codes.length);
      for (const { parent } of members(list)) assert.ok(parent === undefined || codes.includes(parent));
    });
  }

  it('has 98 municipalities in 5 regions', () => {
    assert.equal(leavesOf('residence').length, 98);
    assert.equal(members('residence').filter((member) => member.level === 'region').length, 5);
  });

  const facts = new URL('../../../../shared/data/kommuner.csv', import.meta.url);
  it(
    'has the municipalities of the official list',
    { skip: !existsSync(facts) && 'the list is not at hand' },
    () => {
      const lines = readFileSync(facts, 'utf8').trim().split(/\r?\n/).slice(1);
      const official = lines
        .map((line) => line.split(','))
        .map(([code, name, region]) => [code, name, region].join());
      const ours = leavesOf('residence').map(({ code, name, parent }) => [code, name.da, parent].join());
      assert.deepEqual(ours.sort(), official.sort());
    },
  );

  it('puts each five-year group into the broad group it lies in', () => {
    for (const { code, parent } of leavesOf('age')) {
      const [from, to = Infinity] = code.split(/[-+]/).map((bound) => (bound ? Number(bound) : Infinity));
      const [least, most = Infinity] = parent!
        .split(/[-+]/)
        .map((bound) => (bound ? Number(bound) : Infinity));
      assert.ok(from! >= least! && to <= most, `${code} in ${parent}`);
    }
  });

  it('refuses a code that is not there', () => {
    assert.equal(indexOfCode('sex', 'K'), 1);
    assert.throws(() => indexOfCode('sex', 'X'), /no code X/);
  });

  const groups = (cube: CubeDefinition, id: string): Map<string, readonly string[]> => {
    const grouping = cube.dimensions
      .flatMap(({ groupings = [] }) => groupings)
      .find((each) => each.id === id)!;
    return new Map(grouping.groups.map(({ code, members: codes }) => [code, codes]));
  };

  it('groups all 98 municipalities into the regions from 2027, of which the two eastern ones become one', () => {
    const after: Record<string, string> = {
      1084: 'oestdanmark',
      1085: 'oestdanmark',
      1083: 'syddanmark',
      1082: 'midtjylland',
      1081: 'nordjylland',
    };
    const municipalities = members('residence').filter(({ level }) => level === 'municipality');
    assert.equal(municipalities.length, 98);
    for (const cube of cubes) {
      const found = groups(cube, 'region-2027');
      assert.equal([...found.values()].flat().length, 98);
      for (const { code, parent } of municipalities)
        assert.ok(found.get(after[parent!]!)?.includes(code), code);
    }
  });

  it('groups every age once, into bands that are what they are called', () => {
    const youngest = (code: string): number => Number.parseInt(code, 10);
    const bands: Record<string, readonly [from: number, to: number]> = {
      'boern-unge': [0, 20],
      erhvervsaktive: [20, 65],
      aeldre: [65, 200],
      'over-90': [90, 200],
    };
    const ages = members('age').filter(({ level }) => level === 'five-year');
    for (const cube of cubes) {
      for (const id of ['working-life', 'ten-year']) {
        const found = [...groups(cube, id)];
        assert.deepEqual(
          found.flatMap(([, codes]) => codes),
          ages.map(({ code }) => code),
        );
        for (const [name, codes] of found) {
          const [from, to] = bands[name] ?? [youngest(name), youngest(name) + 10];
          for (const code of codes)
            assert.ok(youngest(code) >= from && youngest(code) < to, `${name}: ${code}`);
        }
      }
    }
  });
});
