import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AxisEntry, type CellSetAnswer, type Filter, OTHERS, type Query } from '@datakube/contract';
import { exampleQueries } from '../../packages/contract/src/examples.ts';
import { answerOf } from './cells.ts';
import { type Environment, refusalOf } from './environment.ts';

const CUBE = 'sundhedsdata-paa-tvaers';

/** What a query keeps, opens, puts together and chooses. */
export function describeSelection(environment: () => Environment): void {
  const ask = (query: Query): Promise<CellSetAnswer> => answerOf(environment(), CUBE, query);
  /** Code of each row, and its number; null where it is hidden. */
  const rowsOf = async (
    row: AxisEntry,
    filters: Filter[] = [],
    more: Partial<Query> = {},
  ): Promise<Row[]> => {
    const { axes, cells } = await ask({ measures: ['contacts'], rows: [row], filters, ...more });
    return axes.rows.map(([entry], at) => ({ code: entry!.code, value: cells['contacts']!.value[at]! }));
  };
  const year = { dimension: 'time', members: ['2024'] };

  describe('selections', () => {
    it('keep the latest periods and ranges as if their members were named', async () => {
      const months = { dimension: 'time', level: 'month' };
      const named = await rowsOf(months, [{ dimension: 'time', members: ['2025-11', '2025-12'] }]);
      assert.equal(named.length, 2);
      assert.deepEqual(await rowsOf(months, [{ ...months, latest: 2 }]), named);
      assert.deepEqual(await rowsOf(months, [{ ...months, from: '2025-11' }]), named);
      assert.deepEqual(await rowsOf(months, [{ ...months, from: '2025-11', to: '2025-12' }]), named);
    });

    it('open a member to those below it, with the same numbers as anywhere', async () => {
      const below = await environment().members(CUBE, 'residence', '?level=municipality');
      const own = below.filter(({ parent }) => parent === '1081').map(({ code }) => code);
      const opened = await rowsOf({ dimension: 'residence', level: 'region', open: ['1081'] }, [year]);
      const all = await rowsOf({ dimension: 'residence', level: 'municipality', parents: true }, [year]);
      const at = opened.findIndex(({ code }) => code === '1081');
      assert.deepEqual(
        opened.slice(at + 1).map(({ code }) => code),
        own,
      );
      for (const row of opened)
        assert.deepEqual(
          row,
          all.find(({ code }) => code === row.code),
        );
    });

    it('put the members of a group together, never with a hidden one that is not in a larger member', async () => {
      for (const dimension of ['residence', 'age']) {
        const members = await environment().members(CUBE, dimension);
        const groupings = new Set(members.flatMap(({ level, of }) => (of ? [level] : [])));
        assert.ok(groupings.size > 0);
        for (const level of groupings) {
          const groups = members.filter((member) => member.level === level);
          const base = members.find(({ code }) => code === groups[0]!.of![0])!.level;
          const plain = new Map(
            (await rowsOf({ dimension, level: base }, [year])).map((row) => [row.code, row.value]),
          );
          const grouped = await rowsOf({ dimension, level }, [year]);
          assert.deepEqual(
            grouped.map(({ code }) => code),
            groups.map(({ code }) => code),
          );
          grouped.forEach(({ code, value }, at) => {
            const sum = add(groups[at]!.of!.map((each) => plain.get(each)!));
            if (value !== null && sum !== null) assert.equal(value, sum, code);
            if (sum !== null) assert.notEqual(value, null, code);
          });
        }
      }
    });

    it('choose the greatest, in their order, with all others together', async () => {
      const level = { dimension: 'sector', level: 'sector' };
      const plain = await rowsOf(level, [year]);
      const top = { count: 2, by: 'contacts', others: true };
      const chosen = await rowsOf({ ...level, top }, [year], { totals: true });
      const order = plain.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
      assert.deepEqual(chosen.slice(0, 2), order.slice(0, 2));
      assert.deepEqual(chosen.map(({ code }) => code).slice(2), [OTHERS, 'total']);
      assert.equal(chosen[2]!.value, add(order.slice(2).map(({ value }) => value)));
    });

    it('are what the examples of the interface show, and each is answered', async () => {
      for (const { value, summary } of Object.values(exampleQueries)) {
        const { axes } = await ask(value as Query);
        assert.ok(axes.rows.length > 1, summary);
      }
    });

    it('say what cannot be', async () => {
      const pointers = async (query: Query): Promise<unknown> =>
        (await refusalOf(await environment().query(CUBE, query))).errors?.map(({ pointer }) => pointer);
      const rows = (entry: object): Query => ({
        measures: ['contacts'],
        rows: [{ dimension: 'residence', level: 'region', ...entry }],
      });
      assert.deepEqual(await pointers(rows({ open: ['0101'] })), ['/rows/0/open/0']);
      assert.deepEqual(await pointers(rows({ top: { count: 2, by: 'persons' } })), ['/rows/0/top/by']);
      assert.deepEqual(
        await pointers({ ...rows({}), filters: [{ dimension: 'sex', level: 'sex', latest: 1 }] }),
        ['/filters/0/latest'],
      );
    });
  });
}

interface Row {
  readonly code: string;
  readonly value: number | null;
}

function add(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}
