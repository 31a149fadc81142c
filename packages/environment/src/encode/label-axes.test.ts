import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AxisEntry, Filter, Language, TupleEntry } from '@datakube/contract';
import { planQuery } from '../plan/plan-query.ts';
import { candidatesOf, choose } from '../plan/chosen-positions.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import { labelAxes } from './label-axes.ts';

const { cube, manifest } = await tinyRelease(300, tinyCube(withGroupings));

function entries(row: AxisEntry, filters: Filter[] = [], language: Language = 'en'): readonly TupleEntry[] {
  const query = { measures: ['persons'], rows: [row], filters, totals: true };
  const plan = planQuery(query, cube, manifest, { cells: 1000 });
  const rows = plan.rows.map((axis) => choose(axis, [...candidatesOf(axis).keys()]));
  return labelAxes({ ...plan, rows }, language).rows[0]!.entries;
}

const words = (found: readonly TupleEntry[]): string[] =>
  found.map(({ kind, level, code, label }) => `${kind} ${level} ${code}: ${label}`);

describe('labelAxes', () => {
  it('has a group at the level of its grouping, and what is opened below it at its own', () => {
    assert.deepEqual(words(entries({ dimension: 'place', level: 'island', open: ['upper'] })), [
      'member island upper: upper',
      'member town Aa: Aa',
      'member town Bo: Bo',
      'member island lower: lower',
      'total total total: all',
    ]);
  });

  it('calls what a choice of the greatest leaves out by a name of its own', () => {
    const row = { dimension: 'age', level: 'narrow', top: { count: 1, by: 'persons', others: true } };
    assert.deepEqual(words(entries(row)), [
      'member narrow 0: 0',
      'member others others: Others',
      'total total total: all',
    ]);
    assert.equal(entries(row, [], 'da')[1]!.label, 'Øvrige');
  });

  it('says that the total of what a filter keeps is not the total', () => {
    const kept = [{ dimension: 'age', level: 'narrow', from: '60' }];
    assert.equal(entries({ dimension: 'age', level: 'narrow' }, kept).at(-1)!.label, 'Total of those chosen');
  });
});
