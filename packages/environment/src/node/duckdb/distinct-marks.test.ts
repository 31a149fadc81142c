import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toGrouping } from '../testing/engine-conformance.ts';
import { tinyCube } from '../../testing/tiny-cube.ts';
import { tinyBlocks, tinyRegisters } from '../../testing/tiny-registers.ts';
import { createMarker, markFor, markName, marksOf } from './distinct-marks.ts';

const cube = tinyCube();
const markOf = (...names: string[]) => markFor(cube, names.map(toGrouping));

describe('marks for distinct persons', () => {
  it('depend on the period and the event\u2019s own columns, not on the person\u2019s attributes', () => {
    const name = (...names: string[]): string => markName(markOf(...names)!);
    assert.equal(name('time.year'), name('place.town', 'time.year', 'sex.sex', 'disease.disease'));
    assert.equal(
      name('time.year', 'sector.sector', 'form.form'),
      name('form.form', 'time.year', 'sector.sector'),
    );
    assert.notEqual(name('time.year'), name('time.quarter'));
    assert.notEqual(name('time.year'), name('time.year', 'sector.sector'));
  });

  it('are not there without time, nor over a coarser level of an event\u2019s column', () => {
    assert.equal(markOf('place.town'), undefined);
    assert.equal(markOf('time.year', 'sector.branch'), undefined);
  });

  it('pick out one event for each person, period and combination of values', () => {
    const persons = 300;
    const tables = tinyRegisters(persons, 11);
    const marks = marksOf([cube]).get('visit')!;
    assert.ok(marks.length >= 4);
    const marker = createMarker(marks);
    const marked = [...tinyBlocks(tables, persons, 37)].flatMap((block) => [
      ...marker(block.tables['visit']!),
    ]);
    const { columns, rows } = tables.visit;
    marks.forEach((mark, bit) => {
      const seen = new Set<string>();
      for (let row = 0; row < rows; row++) {
        const key = [
          columns['person']![row],
          Math.floor(columns['month']![row]! / mark.perPeriod),
          ...mark.columns.map((column) => columns[column.name]![row]),
        ].join();
        assert.equal((marked[row]! >> bit) & 1, seen.has(key) ? 0 : 1);
        seen.add(key);
      }
    });
  });
});
