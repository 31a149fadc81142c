import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FLAGS } from '@datakube/contract';
import { cellSetOf, member } from '../testing/cell-set.fixture.ts';
import { barChart, lineChart } from '../index.ts';
import { chartModel } from './chart-model.ts';
import { breaksIn, flagsShown } from './flags.ts';

const year = (code: string, ...flags: (typeof FLAGS)[number][]) => [
  { ...member('time', code), ...(flags.length > 0 ? { flags } : {}) },
];
const years = [year('2018', 'break'), year('2019', 'break'), year('2020', 'provisional')];
const cellSet = cellSetOf([[member('residence', 'A')]], years, [[10, 20, 'suppressed']]);
const along = { measure: undefined, along: 'time' };

describe('flags', () => {
  it('hold for a number where they hold for its member or for the cell itself', () => {
    const own = { ...cellSet, measures: new Map(cellSet.measures) };
    const cells = cellSet.measures.get('persons')!;
    own.measures.set('persons', { ...cells, flags: Uint8Array.of(1 << FLAGS.indexOf('unreliable'), 0, 255) });
    assert.deepEqual(chartModel(own, along).series[0]?.values, [
      { kind: 'shown', value: 10, flags: ['break', 'unreliable'] },
      { kind: 'shown', value: 20, flags: ['break'] },
      { kind: 'hidden' },
    ]);
  });

  it('break a series before a period, never before the first', () => {
    assert.deepEqual(breaksIn(chartModel(cellSet, along)), [1]);
  });

  it('are told of what is shown alone', () => {
    assert.deepEqual(flagsShown(chartModel(cellSet, along)), ['break']);
  });

  it('stand beside the period they hold for, and are explained', () => {
    assert.deepEqual(
      lineChart.table(cellSet).rows.map(({ label, cells }) => [label, cells[0]?.text, cells[0]?.spoken]),
      [
        ['2018 [b]', '10', '10, databrud'],
        ['2019 [b]', '20', '20, databrud'],
        ['2020 [f]', '[skjult]', 'skjult af hensyn til diskretion'],
      ],
    );
    assert.deepEqual(
      lineChart.legend(cellSet, { language: 'en' }).map(({ kind, text }) => [kind, text]),
      [
        ['hidden', '[hidden] Hidden for disclosure reasons'],
        ['break', '[b] Break in series: numbers before and after cannot be compared'],
      ],
    );
  });

  it('stand beside a series, or beside the number where it alone is meant', () => {
    const bars = cellSetOf(
      [[member('residence', 'A')], [member('residence', 'B')]],
      [year('2024'), year('2025', 'provisional')],
      [
        [1, 2],
        [3, 4],
      ],
    );
    const cells = bars.measures.get('persons')!;
    const flags = Uint8Array.of(1 << FLAGS.indexOf('unreliable'), 0, 0, 0);
    const { columns, rows } = barChart.table({
      ...bars,
      measures: new Map([['persons', { ...cells, flags }]]),
    });
    assert.deepEqual(columns, ['2024', '2025 [f]']);
    assert.deepEqual(
      rows.map(({ cells: row }) => row.map(({ text }) => text)),
      [
        ['3', '4'],
        ['1 [u]', '2'],
      ],
    );
    assert.equal(rows[0]?.cells[1]?.spoken, '4, foreløbigt tal');
  });
});
