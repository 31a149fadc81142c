import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine, Grouping, RawGroups } from '../engines/engine.ts';
import { countByHand } from './count-by-hand.ts';
import { tinyCube } from './tiny-cube.ts';
import { tinyRegisters } from './tiny-registers.ts';

const PERSONS = 400;

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
 * What every engine must do: the same groups, in the same order, with the same numbers as a count by hand.
 *
 * @param name of the engine
 * @param open makes the engine over registers of the tiny cube, which come with the number of persons in them
 */
export function describeEngine(
  name: string,
  open: (tables: Record<string, RegisterTable>, persons: number, cube: CubeModel) => Promise<Engine>,
): void {
  describe(`${name}: an engine`, () => {
    const cube = tinyCube();
    const tables = tinyRegisters(PERSONS, 7);
    let engine: Engine;
    before(async () => {
      engine = await open(tables, PERSONS, cube);
    });
    after(() => engine.close());

    for (const names of groupings) {
      it(`counts by ${names.join(', ') || 'nothing'}`, async () => {
        const by = names.map(toGrouping);
        const groups = await engine.tabulate(cube, by, ['persons', 'visits', 'days']);
        const expected = countByHand(cube, tables, by);
        assert.deepEqual(codesOf(cube, by, groups), expected.map((group) => group.codes));
        assert.deepEqual([...groups.values[0]!], expected.map((group) => group.persons));
        assert.deepEqual([...groups.values[1]!], expected.map((group) => group.visits));
        assert.deepEqual([...groups.values[2]!], expected.map((group) => group.days));
      });
    }

    it('gives the measures that were asked for, in that order', async () => {
      const groups = await engine.tabulate(cube, [toGrouping('time.year')], ['days', 'persons']);
      const expected = countByHand(cube, tables, [toGrouping('time.year')]);
      assert.deepEqual(groups.values.map((column) => [...column]), [expected.map((g) => g.days), expected.map((g) => g.persons)]);
    });

    it('counts residents by year and public dimensions', async () => {
      const groups = await engine.population(cube);
      const { columns, rows } = tables.citizen_year;
      const counts = new Map<string, number>();
      for (let row = 0; row < rows; row++) {
        if (columns['resident']![row] === 0) continue;
        const key = ['year', 'town', 'age', 'sex'].map((column) => columns[column]![row]).join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const keys = [...groups.values[0]!.keys()].map((group) => groups.keys.map((column) => column[group]).join());
      assert.deepEqual(keys, [...counts.keys()].sort());
      assert.deepEqual([...groups.values[0]!], keys.map((key) => counts.get(key)));
    });

    it('refuses dimensions, levels and measures that the cube lacks', async () => {
      const ask = async (by: Grouping[], measures: string[]): Promise<unknown> => engine.tabulate(cube, by, measures);
      await assert.rejects(ask([{ dimension: 'colour', level: 'hue' }], ['persons']), RangeError);
      await assert.rejects(ask([{ dimension: 'time', level: 'week' }], ['persons']), RangeError);
      await assert.rejects(ask([toGrouping('sex.sex'), toGrouping('sex.sex')], ['persons']), RangeError);
      await assert.rejects(ask([], ['share']), RangeError);
      await assert.rejects(ask([], ['colour']), RangeError);
    });

    it('stops when the signal aborts, and works on afterwards', async () => {
      const reason = new Error('no longer wanted');
      const early = AbortSignal.abort(reason);
      await assert.rejects(engine.tabulate(cube, [toGrouping('time.month')], ['persons'], early), reason);
      await assert.rejects(engine.population(cube, early), reason);
      const controller = new AbortController();
      const running = engine.tabulate(cube, [toGrouping('time.month')], ['persons'], controller.signal);
      controller.abort(reason);
      await assert.rejects(running, reason);
      const groups = await engine.tabulate(cube, [toGrouping('time.year')], ['persons']);
      assert.equal(groups.values[0]!.length, 2);
    });
  });
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
