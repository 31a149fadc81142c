import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer } from '@datakube/contract';
import { tableFromIPC } from 'apache-arrow';
import { HIDING_QUERY as query, tinyAnswer as answerTo } from '../testing/tiny-answer.ts';
import { encodeArrow } from './arrow.ts';
import { encodeJson } from './json.ts';

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

describe('encodeJson', () => {
  it('is a cell set by the contract, with the cells of the table in order', async () => {
    const answer = await answerTo();
    const parsed = CellSetAnswer.parse(JSON.parse(textOf(encodeJson(answer))));
    assert.equal(parsed.axes.rows.length, 3 * 5);
    assert.equal(parsed.axes.columns.length, 3);
    assert.deepEqual(parsed.axes.rows[0], [
      { dimension: 'place', level: 'town', code: 'Aa', label: 'Aa', kind: 'member' },
      { dimension: 'age', level: 'narrow', code: '0', label: '0', kind: 'member' },
    ]);
    assert.deepEqual(
      parsed.axes.rows.at(-1)!.map(({ label, kind }) => [label, kind]),
      [
        ['I alt for de valgte', 'total'],
        ['all', 'total'],
      ],
    );
    for (const [index, id] of query.measures.entries()) {
      const cells = parsed.cells[id]!;
      for (let cell = 0; cell < answer.table.cells; cell++) {
        assert.equal(cells.value[cell], answer.table.value(index, cell));
        assert.equal(cells.status[cell], answer.table.status(index, cell));
      }
    }
    assert.ok(parsed.cells['persons']!.status.includes('suppressed'));
  });

  it('keeps every character of a label', async () => {
    const answer = await answerTo({ measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] });
    const label = 'Åse – "mø" \u2028 \u{1F9EE} \\ \n';
    const rows = answer.axes.rows.map((each) => ({
      ...each,
      entries: each.entries.map((entry) => ({ ...entry, label })),
    }));
    const parsed = JSON.parse(textOf(encodeJson({ ...answer, axes: { rows, columns: [] } })));
    assert.equal(CellSetAnswer.parse(parsed).axes.rows[0]![0]!.label, label);
  });

  it('has one empty tuple on an axis without dimensions', async () => {
    const parsed = CellSetAnswer.parse(
      JSON.parse(textOf(encodeJson(await answerTo({ measures: ['persons'] })))),
    );
    assert.deepEqual(parsed.axes, { rows: [[]], columns: [[]] });
    assert.equal(parsed.cells['persons']!.value.length, 1);
  });
});

describe('encodeArrow', () => {
  it('says the same as the JSON answer', async () => {
    const answer = await answerTo();
    const json = CellSetAnswer.parse(JSON.parse(textOf(encodeJson(answer))));
    const table = tableFromIPC(encodeArrow(answer));
    assert.deepEqual(
      table.schema.fields.map(({ name }) => name),
      [
        'place',
        'age',
        'sex',
        'visits',
        'visits_status',
        'persons',
        'persons_status',
        'share',
        'share_status',
      ],
    );
    const codes = json.axes.rows.flatMap((row) =>
      json.axes.columns.map((column) => [...row, ...column].map(({ code }) => code)),
    );
    ['place', 'age', 'sex'].forEach((dimension, at) => {
      assert.deepEqual(
        [...table.getChild(dimension)!],
        codes.map((tuple) => tuple[at]),
      );
    });
    for (const id of query.measures) {
      assert.deepEqual([...table.getChild(id)!], json.cells[id]!.value);
      assert.deepEqual([...table.getChild(`${id}_status`)!], json.cells[id]!.status);
    }
    const { axes, notes, cube: of, release, declaration, synthetic, disclosure } = json;
    const filters = [{ dimension: 'time', members: ['2024'] }];
    assert.deepEqual(JSON.parse(table.schema.metadata.get('datakube')!), {
      axes,
      notes,
      cube: of,
      release,
      declaration,
      synthetic,
      filters,
      disclosure,
    });
  });

  it('has no number in the bytes where there is none', async () => {
    const table = tableFromIPC(encodeArrow(await answerTo()));
    const { data } = table.getChild('persons')!;
    const values = data[0]!.values as Float64Array;
    const statuses = [...table.getChild('persons_status')!] as string[];
    statuses.forEach((status, cell) => {
      if (status !== 'published') assert.equal(values[cell], 0);
    });
    assert.ok(statuses.includes('suppressed'));
  });
});
