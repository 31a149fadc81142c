import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer, FLAGS, type MemberRemark, type Query } from '@datakube/contract';
import { tableFromIPC } from 'apache-arrow';
import { NO_SIGN_IN } from '../identity/identity.ts';
import { tinyApp } from '../testing/tiny-app.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRelease } from '../testing/tiny-release.ts';

const text = (words: string) => ({ da: words, en: words });
const remarks: readonly (readonly [string, MemberRemark])[] = [
  ['time', { members: ['2024'], flag: 'provisional', text: text('not final') }],
  ['place', { members: ['Aa'], flag: 'break', text: text('merged') }],
  ['place', { members: ['south'], text: text('far away') }],
];
const FEW = 40;
const cube = tinyCube((definition) => ({
  ...definition,
  dimensions: definition.dimensions.map((dimension) => ({
    ...dimension,
    remarks: remarks.flatMap(([id, remark]) => (id === dimension.id ? remark : [])),
  })),
  measures: definition.measures.map((measure) =>
    measure.kind === 'rate' ? { ...measure, unreliableBelow: FEW } : measure,
  ),
}));
const { releases } = await tinyRelease(1500, cube);
const app = tinyApp({ cubes: [cube], releases, identity: NO_SIGN_IN });

async function ask(query: Query, format: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'en' };
  const body = JSON.stringify(query);
  const response = await app.request(`/v1/cubes/tiny/query?format=${format}`, {
    method: 'POST',
    headers,
    body,
  });
  assert.equal(response.status, 200);
  return response;
}

const answerTo = async (query: Query): Promise<CellSetAnswer> =>
  CellSetAnswer.parse(await (await ask(query, 'json')).json());

describe('remarks on members', () => {
  const flagsAlong = async (dimension: string, level: string): Promise<unknown[]> => {
    const rows = [{ dimension, level, parents: true }];
    const { axes } = await answerTo({ measures: ['visits'], rows, totals: true });
    return axes.rows.flatMap(([entry]) => (entry!.flags ? [[entry!.code, ...entry!.flags]] : []));
  };

  it('flag the member, and what it is made of, but not what it is a part of', async () => {
    assert.deepEqual(await flagsAlong('place', 'town'), [['Aa', 'break']]);
    const quarters = ['2024', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
    assert.deepEqual(
      await flagsAlong('time', 'quarter'),
      quarters.map((code) => [code, 'provisional']),
    );
  });

  it('are told of each member that is shown, and of the one the table is for', async () => {
    const told = async (level: string, period: string): Promise<unknown[]> => {
      const { notes } = await answerTo({
        measures: ['visits'],
        rows: [{ dimension: 'place', level }],
        filters: [{ dimension: 'time', members: [period] }],
      });
      return notes.map(({ code, text: { en }, about }) => [code, en, about]);
    };
    assert.deepEqual(await told('town', '2023'), [
      ['break', 'merged', { dimension: 'place', member: 'Aa' }],
      ...['Ca', 'Do', 'Ek'].map((member) => ['remark', 'far away', { dimension: 'place', member }]),
    ]);
    assert.deepEqual(await told('region', '2024-03'), [
      ['remark', 'far away', { dimension: 'place', member: 'south' }],
      ['provisional', 'not final', { dimension: 'time', member: '2024-03' }],
    ]);
  });
});

/** With hidden cells, and with few and many persons. */
const query: Query = {
  measures: ['share', 'share.growth', 'persons'],
  rows: [
    { dimension: 'place', level: 'town' },
    { dimension: 'age', level: 'narrow' },
  ],
  columns: [
    { dimension: 'sex', level: 'sex' },
    { dimension: 'time', level: 'year' },
  ],
};

describe('rates of few', () => {
  it('are flagged as unreliable, where they are shown', async () => {
    const { cells } = await answerTo(query);
    const { value } = cells['persons']!;
    const few = value.flatMap((persons, cell) => (persons !== null && persons < FEW ? cell : []));
    assert.deepEqual(cells['share']!.flags, { unreliable: few });
    assert.ok(few.length > 3 && few.length < value.length - 3);
    assert.ok(cells['share']!.status.includes('suppressed'));
    assert.equal(cells['persons']!.flags, undefined);
  });

  it('make what is derived from them unreliable, from either side', async () => {
    const { axes, cells } = await answerTo(query);
    const { value } = cells['persons']!;
    const before = (cell: number): number =>
      axes.columns[cell % axes.columns.length]![1]!.code === '2024' ? cell - 1 : -1;
    const expected = cells['share.growth']!.value.flatMap((growth, cell) =>
      growth !== null && Math.min(value[cell]!, value[before(cell)]!) < FEW ? cell : [],
    );
    assert.deepEqual(cells['share.growth']!.flags, { unreliable: expected });
    assert.ok(expected.length > 3);
    assert.ok(expected.some((cell) => value[cell]! >= FEW));
  });

  it('say the same in Arrow, in a column only where there is a flag', async () => {
    const { cells } = await answerTo(query);
    const table = tableFromIPC(await (await ask(query, 'arrow')).arrayBuffer());
    const bit = 1 << FLAGS.indexOf('unreliable');
    for (const measure of ['share', 'share.growth']) {
      const bits = [...table.getChild(`${measure}_flags`)!] as number[];
      assert.deepEqual(
        bits,
        cells[measure]!.value.map((_, cell) => (cells[measure]!.flags!.unreliable!.includes(cell) ? bit : 0)),
      );
    }
    assert.equal(table.getChild('persons_flags'), null);
  });

  it('say the same in CSV, beside the flags of members', async () => {
    const { axes, cells } = await answerTo(query);
    const lines = (await (await ask(query, 'csv')).text()).replace('\uFEFF', '').split('\r\n');
    assert.equal(
      lines[0],
      'place,place_label,place_flags,age,age_label,sex,sex_label,time,time_label,time_flags,' +
        'share,share_status,share_flags,' +
        '"share, change in per cent","share, change in per cent_status","share, change in per cent_flags",' +
        'persons,persons_status,datakube_disclosure',
    );
    const flags = (measure: string, cell: number): string =>
      cells[measure]!.flags!.unreliable!.includes(cell) ? 'unreliable' : '';
    lines.slice(1, -1).forEach((line, cell) => {
      const fields = line.split(',');
      const row = axes.rows[Math.floor(cell / axes.columns.length)]!;
      const column = axes.columns[cell % axes.columns.length]!;
      assert.deepEqual(
        [fields[2], fields[9], fields[12], fields[15]],
        [
          row[0]!.flags?.join(' ') ?? '',
          column[1]!.flags?.join(' ') ?? '',
          flags('share', cell),
          flags('share.growth', cell),
        ],
      );
    });
  });
});
