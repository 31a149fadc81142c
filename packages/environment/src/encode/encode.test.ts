import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer, type Query, STATUSES } from '@datakube/contract';
import { tableFromIPC } from 'apache-arrow';
import { findCuboid } from '../outside/find-cuboid.ts';
import { planQuery } from '../plan/plan-query.ts';
import { slice } from '../plan/slice.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import type { Answer } from './answer.ts';
import { encodeArrow } from './arrow.ts';
import { encodeCsv } from './csv.ts';
import { encodeJson } from './json.ts';
import { labelAxes, restingMembers } from './label-axes.ts';
import { titleMeasures } from './title-measures.ts';

const { cube, manifest, releases } = await tinyRelease();

async function answerTo(query: Query, language: 'da' | 'en' = 'da'): Promise<Answer> {
  const plan = planQuery(query, cube, manifest, { cells: 400_000 });
  const { table, flags } = slice(
    plan,
    (await findCuboid(plan, manifest, { releases, outside: undefined }))!.table,
  );
  const meta = {
    cube: 'tiny',
    release: manifest.id,
    titles: titleMeasures(plan, language),
    notes: plan.notes,
    declaration: cube.definition.declaration,
    synthetic: true,
    filters: restingMembers(plan),
    language,
  };
  return { table, flags, axes: labelAxes(plan, language), meta };
}

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** With hidden cells, all statuses there are, totals, and two dimensions on one axis. */
const query: Query = {
  measures: ['visits', 'persons', 'share'],
  rows: [
    { dimension: 'place', level: 'town' },
    { dimension: 'age', level: 'narrow' },
  ],
  columns: [{ dimension: 'sex', level: 'sex' }],
  filters: [{ dimension: 'place', members: ['Aa', 'Ca'] }],
  totals: true,
};

describe('encodeJson', () => {
  it('is a cell set by the contract, with the cells of the table in order', async () => {
    const answer = await answerTo(query);
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
    const entries = answer.axes.rows[0]!.entries.map((entry) => ({ ...entry, label }));
    const parsed = JSON.parse(
      textOf(encodeJson({ ...answer, axes: { rows: [{ id: 'sex', entries }], columns: [] } })),
    );
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
    const answer = await answerTo(query);
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
    const { axes, notes, cube: of, release, declaration, synthetic } = json;
    const filters = [{ dimension: 'time', members: ['2024'] }];
    assert.deepEqual(JSON.parse(table.schema.metadata.get('datakube')!), {
      axes,
      notes,
      cube: of,
      release,
      declaration,
      synthetic,
      filters,
    });
  });

  it('has no number in the bytes where there is none', async () => {
    const table = tableFromIPC(encodeArrow(await answerTo(query)));
    const { data } = table.getChild('persons')!;
    const values = data[0]!.values as Float64Array;
    const statuses = [...table.getChild('persons_status')!] as string[];
    statuses.forEach((status, cell) => {
      if (status !== 'published') assert.equal(values[cell], 0);
    });
    assert.ok(statuses.includes('suppressed'));
  });
});

/** A strict reader of CSV, written for this test. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === separator) {
      rows.at(-1)!.push(field);
      field = '';
    } else if (char === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(field);
      rows.push([]);
      field = '';
      i++;
    } else field += char;
  }
  assert.equal(field, '', 'the last line ends');
  return rows.slice(0, -1);
}

describe('encodeCsv', () => {
  it('has a line for each cell, in the style of the language', async () => {
    for (const [language, separator, decimals] of [
      ['da', ';', ','],
      ['en', ',', '.'],
    ] as const) {
      const answer = await answerTo(query, language);
      const text = textOf(encodeCsv(answer));
      assert.equal(text.charCodeAt(0), 0xfeff);
      const [titles, ...lines] = readCsv(text.slice(1), separator);
      assert.deepEqual(titles, [
        'place',
        'place_label',
        'age',
        'age_label',
        'sex',
        'sex_label',
        'visits',
        'visits_status',
        'persons',
        'persons_status',
        'share',
        'share_status',
      ]);
      assert.equal(lines.length, answer.table.cells);
      lines.forEach((line, cell) => {
        query.measures.forEach((_, measure) => {
          const value = answer.table.value(measure, cell);
          assert.equal(line[6 + 2 * measure], value === null ? '' : String(value).replace('.', decimals));
          assert.equal(line[7 + 2 * measure], answer.table.status(measure, cell));
          assert.ok(STATUSES.includes(line[7 + 2 * measure] as never));
        });
      });
    }
  });

  it('lets no text be read as a formula, and quotes what needs quotes', async () => {
    const answer = await answerTo({ measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] });
    for (const hostile of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '=cmd|"/c calc"!A0',
      'a;b',
      'say "x"',
    ]) {
      const entries = answer.axes.rows[0]!.entries.map((entry) => ({ ...entry, label: hostile }));
      const axes = { rows: [{ id: 'sex', entries }], columns: [] };
      const [, line] = readCsv(textOf(encodeCsv({ ...answer, axes })).slice(1), ';');
      assert.doesNotMatch(line![1]!, /^[=+\-@\t\r]/);
      assert.equal(line![1]!.replace(/^'/, ''), hostile);
    }
  });
});
