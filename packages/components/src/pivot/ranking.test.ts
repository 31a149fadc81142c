import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { rowTuple } from './cell.ts';
import { layOut, type LayoutOptions } from './layout.ts';

const values: Record<string, number | null> = {
  'Region Nord': 900,
  Ølby: 5,
  Aabenraa: 300,
  Ærø: null,
  Thisted: 70,
  Årslev: null,
  'Region Syd': 1200,
  Odense: 800,
  Assens: 800,
  Fanø: null,
  'Hele landet': 2100,
};
const member = (label: string, level: string, ...children: string[]) => ({
  code: label.replaceAll(' ', '-'),
  label,
  level,
  children: children.map((child) => ({ code: child, label: child, level: 'municipality' })),
});
const residence: DimensionShape = {
  dimension: 'residence',
  members: [
    member('Region Nord', 'region', 'Ølby', 'Aabenraa', 'Ærø', 'Thisted', 'Årslev'),
    member('Region Syd', 'region', 'Odense', 'Assens', 'Fanø'),
  ],
  total: 'Hele landet',
};
const year: DimensionShape = { dimension: 'time', members: [{ code: '2025', label: '2025', level: 'year' }] };
const sex: DimensionShape = {
  dimension: 'sex',
  members: [
    { code: 'K', label: 'Kvinder', level: 'sex' },
    { code: 'M', label: 'Mænd', level: 'sex' },
  ],
};

const cellSet = productCellSet([residence], [year], {
  persons: (_r, _c, [row]) => {
    const value = values[row!.label]!;
    return value === null ? { status: 'suppressed' } : { status: 'published', value };
  },
});

function rows(options: LayoutOptions, set = cellSet): string[] {
  const layout = layOut(set, options);
  return Array.from({ length: layout.rowCount }, (_, row) =>
    rowTuple(layout, row)
      .map(({ label }) => label)
      .join(' '),
  );
}
const byValue = (direction: 'ascending' | 'descending') =>
  ({ by: 'value', direction, column: 'time:2025', measure: 'persons' }) as const;

describe('sorting by name', () => {
  it('follows the Danish alphabet within each parent, Aa as Å, and leaves the total in its place', () => {
    assert.deepEqual(rows({ sort: { by: 'name', direction: 'ascending' } }), [
      'Hele landet',
      'Region Nord',
      'Thisted',
      'Ærø',
      'Ølby',
      'Aabenraa',
      'Årslev',
      'Region Syd',
      'Assens',
      'Fanø',
      'Odense',
    ]);
  });

  it('follows the language', () => {
    assert.equal(rows({ sort: { by: 'name', direction: 'ascending' }, language: 'en' })[2], 'Aabenraa');
  });

  it('turns round', () => {
    assert.deepEqual(rows({ sort: { by: 'name', direction: 'descending' }, totals: { rows: 'after' } }), [
      'Region Syd',
      'Odense',
      'Fanø',
      'Assens',
      'Region Nord',
      'Årslev',
      'Aabenraa',
      'Ølby',
      'Ærø',
      'Thisted',
      'Hele landet',
    ]);
  });
});

describe('sorting by value', () => {
  it('puts hidden values last in order of name, whichever way it sorts, and keeps ties in order', () => {
    assert.deepEqual(rows({ sort: byValue('descending') }), [
      'Hele landet',
      'Region Syd',
      'Odense',
      'Assens',
      'Fanø',
      'Region Nord',
      'Aabenraa',
      'Thisted',
      'Ølby',
      'Ærø',
      'Årslev',
    ]);
    assert.deepEqual(rows({ sort: byValue('ascending') }), [
      'Hele landet',
      'Region Nord',
      'Ølby',
      'Thisted',
      'Aabenraa',
      'Ærø',
      'Årslev',
      'Region Syd',
      'Odense',
      'Assens',
      'Fanø',
    ]);
  });

  it('never adds: members without a row of their own keep their order, and only the innermost are sorted', () => {
    const flat: DimensionShape = {
      dimension: 'residence',
      members: residence.members.map(({ children: _, ...region }) => region),
    };
    const set = productCellSet([flat, sex], [year], {
      persons: (_r, _c, [region, which]) => ({
        status: 'published',
        value: (region!.label === 'Region Syd' ? 100 : 1) + (which!.code === 'M' ? 1 : 0),
      }),
    });
    assert.deepEqual(rows({ sort: byValue('descending') }, set), [
      'Region Nord Mænd',
      'Region Nord Kvinder',
      'Region Syd Mænd',
      'Region Syd Kvinder',
    ]);
  });

  it('leaves the order of the code lists when the column is gone', () => {
    assert.deepEqual(rows({ sort: { ...byValue('descending'), column: 'time:1999' } }), rows({}));
  });
});
