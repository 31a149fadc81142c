import assert from 'node:assert/strict';
import { recordKey, recordKeys } from '@datakube/disclosure';
import type { CubeModel } from '../../cubes/cube-model.ts';
import type { Engine, Grouping, RawGroups } from '../../engines/engine.ts';
import { countByHand } from '../../testing/count-by-hand.ts';
import { tinyCube } from '../../testing/tiny-cube.ts';
import { tinyRegisters } from '../../testing/tiny-registers.ts';

/** What engines are tested on: the tiny cube over made-up registers of 400 persons. */
export const subject = { cube: tinyCube(), persons: 400, tables: tinyRegisters(400, 7) };

/** Groupings that together use every feature of an engine. */
const groupings: readonly (readonly string[])[] = [
  [],
  ['time.year'],
  ['time.quarter', 'place.region'],
  ['time.month', 'sector.sector'],
  ['time.year', 'sector.branch'],
  ['place.town', 'age.narrow', 'sex.sex', 'time.year'],
  ['time.year', 'disease.disease'],
  ['disease.disease', 'time.quarter', 'form.form', 'sector.sector'],
  ['disease.disease', 'place.region'],
  ['sector.sector', 'form.form'],
  ['place.town'],
];

/**
 * What every engine must do, as named checks: the same groups, in the same order, with the same
 * numbers as a count by hand, and an end when it is told to.
 */
export const engineChecks: readonly (readonly [name: string, check: (engine: Engine) => Promise<void>])[] = [
  ...groupings.map(
    (names) => [`counts by ${names.join(', ') || 'nothing'}`, countsBy(names.map(toGrouping))] as const,
  ),
  ...groupings.map(
    (names) => [`gives keys by ${names.join(', ') || 'nothing'}`, keysBy(names.map(toGrouping))] as const,
  ),
  ['gives the measures that were asked for, in that order', keepsTheOrderOfMeasures],
  ['counts residents by year and public dimensions', countsResidents],
  ['refuses dimensions, levels and measures that the cube lacks', refusesUnknownNames],
  ['stops when the signal aborts, and works on afterwards', stopsWhenTold],
];

function countsBy(by: readonly Grouping[]): (engine: Engine) => Promise<void> {
  return async (engine) => {
    const { cube, tables } = subject;
    const groups = await engine.tabulate(cube, by, ['persons', 'visits', 'days']);
    const expected = countByHand(cube, tables, by);
    assert.deepEqual(
      codesOf(cube, by, groups),
      expected.map((group) => group.codes),
    );
    assert.deepEqual(
      groups.values.map((column) => [...column]),
      (['persons', 'visits', 'days'] as const).map((measure) => expected.map((group) => group[measure])),
    );
  };
}

const records = recordKeys(new Uint8Array(32).fill(21));

/** The key of a set is the sum of its persons' keys, each person once: here over whole numbers of any size. */
function keysBy(by: readonly Grouping[]): (engine: Engine) => Promise<void> {
  return async (engine) => {
    const { cube, tables } = subject;
    const groups = await engine.tabulate(cube, by, ['days', 'persons'], undefined, records);
    const expected = countByHand(cube, tables, by);
    assert.equal(groups.values.length, 2);
    assert.deepEqual(
      [...groups.values[1]!],
      expected.map(({ persons }) => persons),
    );
    assert.deepEqual(
      [...groups.setKeys!],
      expected.map(({ people }) => {
        const keys = [...people].map((person) => BigInt(recordKey(records, person)));
        return Number(keys.reduce((sum, key) => sum + key, 0n) % (2n ** 31n - 1n));
      }),
    );
    assert.equal((await engine.tabulate(cube, by, ['persons'])).setKeys, undefined);
  };
}

async function keepsTheOrderOfMeasures(engine: Engine): Promise<void> {
  const { cube, tables } = subject;
  const by = [toGrouping('time.year')];
  const groups = await engine.tabulate(cube, by, ['days', 'persons']);
  const expected = countByHand(cube, tables, by);
  assert.deepEqual(
    groups.values.map((column) => [...column]),
    (['days', 'persons'] as const).map((measure) => expected.map((group) => group[measure])),
  );
}

async function countsResidents(engine: Engine): Promise<void> {
  const { columns, rows } = subject.tables.citizen_year;
  const groups = await engine.population(subject.cube);
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    if (columns['resident']![row] === 0) continue;
    const key = ['year', 'town', 'age', 'sex'].map((column) => columns[column]![row]).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...groups.values[0]!.keys()].map((group) =>
    groups.keys.map((column) => column[group]).join(),
  );
  assert.deepEqual(keys, [...counts.keys()].sort());
  assert.deepEqual(
    [...groups.values[0]!],
    keys.map((key) => counts.get(key)),
  );
}

async function refusesUnknownNames(engine: Engine): Promise<void> {
  const ask = async (by: readonly string[], measures: readonly string[]): Promise<RawGroups> =>
    engine.tabulate(subject.cube, by.map(toGrouping), measures);
  await assert.rejects(ask(['colour.hue'], ['persons']), RangeError);
  await assert.rejects(ask(['time.week'], ['persons']), RangeError);
  await assert.rejects(ask(['sex.sex', 'sex.sex'], ['persons']), RangeError);
  await assert.rejects(ask([], ['share']), RangeError);
  await assert.rejects(ask([], ['colour']), RangeError);
}

async function stopsWhenTold(engine: Engine): Promise<void> {
  const { cube } = subject;
  const months = [toGrouping('time.month')];
  const reason = new Error('no longer wanted');
  await assert.rejects(engine.tabulate(cube, months, ['persons'], AbortSignal.abort(reason)), reason);
  await assert.rejects(engine.population(cube, AbortSignal.abort(reason)), reason);
  const controller = new AbortController();
  const running = engine.tabulate(cube, months, ['persons'], controller.signal);
  controller.abort(reason);
  await assert.rejects(running, reason);
  const groups = await engine.tabulate(cube, [toGrouping('time.year')], ['persons']);
  assert.equal(groups.values[0]!.length, 2);
}

/** `'time.year'` as a grouping. */
export function toGrouping(name: string): Grouping {
  const [dimension, level] = name.split('.');
  return { dimension: dimension!, level: level! };
}

function codesOf(cube: CubeModel, by: readonly Grouping[], groups: RawGroups): string[][] {
  return Array.from({ length: groups.values[0]!.length }, (_, group) =>
    by.map(({ dimension, level }, index) => {
      const members = cube.dimension(dimension)!.members.filter((member) => member?.level === level);
      return members[groups.keys[index]![group]!]!.code;
    }),
  );
}
