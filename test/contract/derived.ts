import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Cube, DERIVATIONS, derivationsOf, type Query } from '@datakube/contract';
import { answerOf, cellsInFormat, cellsOf } from './cells.ts';
import { type Environment, refusalOf } from './environment.ts';
import { sampleQueries } from './sample-queries.ts';

const hasNumber = (value: number | null): value is number => value !== null;

/** Shares, changes and indices; remarks and flags; examples. */
export function describeDerived(environment: () => Environment): void {
  /** A few queries of each cube, with time in columns or rows, and each measure with all that is shown of it. */
  const samples = (): [Cube, Query][] =>
    environment().cubes.flatMap((cube) => {
      const queries = sampleQueries(cube).filter(({ rows = [], columns = [] }) =>
        [...rows, ...columns].some(({ dimension }) => dimension === 'time'),
      );
      return queries.slice(0, 3).flatMap((query) =>
        cube.measures.map(({ id, kind }): [Cube, Query] => {
          const derived = derivationsOf(kind).map((derivation) => `${id}.${derivation}`);
          return [cube, { ...query, measures: [id, ...derived] }];
        }),
      );
    });

  describe('derived measures', () => {
    it('give no number where the measure itself has none, and hide what it hides', async () => {
      let hidden = 0;
      for (const [cube, query] of samples()) {
        const { cells } = await answerOf(environment(), cube.id, query);
        const [own, ...derived] = query.measures.map((measure) => cells[measure]!);
        for (const { value, status } of derived) {
          own!.status.forEach((each, cell) => {
            if (!hasNumber(own!.value[cell]!)) assert.equal(value[cell], null);
            if (each !== 'suppressed') return;
            assert.equal(status[cell], 'suppressed');
            hidden++;
          });
        }
      }
      assert.ok(hidden > 0);
    });

    it('carry the same cells in Arrow and CSV as in JSON', async () => {
      for (const [cube, query] of samples()) {
        const json = cellsOf(await answerOf(environment(), cube.id, query));
        for (const format of ['arrow', 'csv'] as const)
          assert.deepEqual(await cellsInFormat(environment(), cube.id, query, format), json, format);
      }
    });

    it('are what the numbers beside them say: shares of the total, changes from the year before, an index', async () => {
      const [cube] = environment().cubes as readonly [Cube];
      const events = cube.measures.find(({ kind }) => kind === 'events')!.id;
      const query: Query = {
        measures: [events, ...DERIVATIONS.map((derivation) => `${events}.${derivation}`)],
        rows: [{ dimension: 'sex', level: 'sex' }],
        columns: [{ dimension: 'time', level: 'year' }],
        totals: true,
      };
      const { axes, cells } = await answerOf(environment(), cube.id, query);
      const across = axes.columns.length;
      const { value } = cells[events]!;
      /** In a small population the choice of hidden cells can fall on one of these: then nothing follows from it. */
      const near = (
        derivation: string,
        cell: number,
        from: number | null,
        wanted: (from: number) => number,
      ): void => {
        const made = cells[`${events}.${derivation}`]!.value[cell]!;
        if (!hasNumber(from)) return assert.equal(made, null, derivation);
        assert.ok(Math.abs(made - wanted(from)) < 1e-9, `${derivation} ${made} ${wanted(from)}`);
      };
      value.forEach((number, cell) => {
        if (!hasNumber(number)) return;
        const whole = value[value.length - across + (cell % across)]!;
        const before = value[cell - 1]!;
        near('column-share', cell, whole, (all) => (100 * number) / all);
        // Time has no total: a share of the row is of the period itself.
        near('row-share', cell, number, () => 100);
        near('total-share', cell, whole, (all) => (100 * number) / all);
        near('index', cell, value[cell - (cell % across)]!, (first) => (100 * number) / first);
        if (cell % across === 0) {
          assert.equal(cells[`${events}.growth`]!.status[cell], 'not-applicable');
        } else {
          near('change', cell, before, (then) => number - then);
          near('growth', cell, before, (then) => 100 * (number / then - 1));
        }
      });
      assert.ok(value.filter(hasNumber).length > value.length / 3);
    });

    it('are refused by name where there are none', async () => {
      const { cubes, query } = environment();
      const [cube] = cubes as readonly [Cube];
      const rate = cube.measures.find(({ kind }) => kind === 'rate')!.id;
      for (const measure of [`${rate}.row-share`, 'no-such.growth', `${cube.measures[0]!.id}.index`]) {
        const { code, errors } = await refusalOf(await query(cube.id, { measures: [measure] }));
        assert.equal(code, 'ERR_QUERY_INVALID');
        assert.deepEqual(
          errors?.map(({ pointer }) => pointer),
          ['/measures/0'],
        );
      }
      const { code } = await refusalOf(await query(cube.id, { measures: ['persons.median'] }));
      assert.equal(code, 'ERR_REQUEST_INVALID');
    });
  });

  describe('remarks', () => {
    it('flag members and are told of them, in notes', async () => {
      for (const { id, measures } of environment().cubes) {
        const columns = [{ dimension: 'time', level: 'year' }];
        const { axes, notes } = await answerOf(environment(), id, { measures: [measures[0]!.id], columns });
        const flagged = axes.columns.flatMap(([entry]) => (entry!.flags ? [entry!] : []));
        assert.ok(flagged.length > 0, id);
        for (const { dimension, code: member, flags } of flagged) {
          for (const flag of flags!) {
            const note = notes.find(({ code, about }) => code === flag && about && 'member' in about);
            assert.deepEqual(note?.about, { dimension, member });
          }
        }
      }
    });

    it('mark no cell without a number', async () => {
      let marked = 0;
      const rates = ({ measures }: Cube): string[] =>
        measures.filter(({ kind }) => kind === 'rate').map(({ id }) => id);
      const fine = environment().cubes.flatMap((cube) =>
        sampleQueries(cube).map((query): [Cube, Query] => [cube, { ...query, measures: rates(cube) }]),
      );
      for (const [cube, query] of fine) {
        const { cells } = await answerOf(environment(), cube.id, query);
        for (const { flags = {}, value } of Object.values(cells)) {
          for (const cell of Object.values(flags).flat()) {
            assert.ok(hasNumber(value[cell]!));
            marked++;
          }
        }
      }
      assert.ok(marked > 0);
    });
  });

  describe('examples', () => {
    it('are answered, and show something', async () => {
      for (const { id, examples } of environment().cubes) {
        assert.ok(examples.length >= 4, id);
        for (const { id: example, query } of examples) {
          const { cells } = await answerOf(environment(), id, query);
          for (const measure of query.measures) {
            const shown = cells[measure]!.value.filter(hasNumber).length;
            assert.ok(shown > 0.5 * cells[measure]!.value.length, `${id} ${example} ${measure}: ${shown}`);
          }
        }
      }
    });
  });
}
