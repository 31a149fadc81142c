import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FORMAT_LIMITS } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import { checkFormat } from './check-format.ts';

const { cells, columns } = FORMAT_LIMITS.xlsx!;
/** A plan of so many rows and columns, with two fields on the rows. */
const sized = (rows: number, across: number, measures = 1) =>
  ({
    size: { rows, columns: across },
    measures: new Array(measures),
    rows: new Array(2),
    columns: new Array(1),
  }) as unknown as Parameters<typeof checkFormat>[1];

it('lets a workbook be as large as its format holds, and no larger', () => {
  const refusal = (plan: ReturnType<typeof sized>): string => {
    try {
      checkFormat('xlsx', plan);
      return '';
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'ERR_QUERY_TOO_LARGE');
      return error.details.detail!.en;
    }
  };
  assert.equal(refusal(sized(cells / 10, 10)), '');
  assert.match(refusal(sized(cells / 10 + 1, 10)), /50,010 cells.*holds 50,000/);
  assert.match(refusal(sized(cells / 10, 5, 3)), /75,000 cells/);
  assert.equal(refusal(sized(1, columns - 2)), '');
  assert.match(refusal(sized(1, columns - 1)), /16,385 columns.*holds 16,384/);
  assert.match(refusal(sized(2, (columns - 2) / 2 + 1, 2)), /columns/);
});

it('lets every other format have what the environment answers', () => {
  for (const format of ['json', 'arrow', 'csv', 'csv-plain', 'json-stat', 'sdmx-csv', 'parquet'] as const) {
    assert.doesNotThrow(() => checkFormat(format, sized(100_000, 20_000)));
  }
});
