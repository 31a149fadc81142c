import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CellSet } from '@datakube/contract';
import fc from 'fast-check';
import {
  productCellSet,
  type CellOf,
  type DimensionShape,
  type MemberShape,
} from '../../fixtures/product-cell-set.ts';
import { columnTuple, measureIndex, rowTuple, statusAt, valueAt } from './cell.ts';
import { layOut, type LayoutOptions, type Sort } from './layout.ts';

/** The cells of a table by the codes above and beside them, and the codes themselves in the order they stand. */
interface Read {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

interface Asked {
  readonly rows: readonly DimensionShape[];
  readonly columns: readonly DimensionShape[];
  readonly collapsed: readonly string[];
  readonly swapped: boolean;
  readonly totals: { readonly rows: Place; readonly columns: Place };
  readonly subtotals: { readonly rows: 'before' | 'after'; readonly columns: 'before' | 'after' };
  readonly direction: 'ascending' | 'descending' | null;
  readonly by: 'name' | 'value';
}
type Place = 'before' | 'after' | 'hidden';

/** The number of a cell from the codes that head it, wherever it stands; nothing is read from the cell set. */
function cellAt(
  measure: string,
  codes: readonly string[],
): { status: 'published' | 'suppressed'; value: number } {
  let mixed = 7;
  for (const character of [measure, ...[...codes].sort()].join('|'))
    mixed = (Math.imul(mixed, 31) + character.charCodeAt(0)) >>> 0;
  return { status: mixed % 5 === 0 ? 'suppressed' : 'published', value: mixed % 1000 };
}

/** The lines of one axis, written as nested loops over the shapes it was asked with. */
function naiveLines(
  shapes: readonly DimensionShape[],
  place: Place,
  subtotals: 'before' | 'after',
  { collapsed, direction }: Pick<Asked, 'collapsed' | 'direction'>,
  valueOf: ((line: readonly string[]) => number | null) | null = null,
): string[][] {
  const lines = (d: number, path: readonly string[]): string[][] => {
    const shape = shapes[d];
    if (!shape) return [[...path]];
    const keyOf = (code: string): string =>
      [...path, code].map((each, i) => `${shapes[i]!.dimension}:${each}`).join('/');
    const inOrder = (members: readonly MemberShape[]): MemberShape[] => {
      if (direction === null) return [...members];
      const byName = [...members].sort((a, b) => a.label.localeCompare(b.label, 'da', { numeric: true }));
      if (!valueOf) return direction === 'ascending' ? byName : byName.reverse();
      // A member's own number is where all that stands further in is at its total. Nobody adds one up.
      const inner = shapes.slice(d + 1);
      if (inner.some(({ total }) => total === undefined)) return [...members];
      const own = ({ code }: MemberShape): number | null =>
        valueOf([...path, code, ...inner.map(() => 'total')]);
      const shown = members.filter((member) => own(member) !== null);
      shown.sort((a, b) => (own(a)! - own(b)!) * (direction === 'ascending' ? 1 : -1));
      return [...shown, ...byName.filter((member) => own(member) === null)];
    };
    const below = (members: readonly MemberShape[]): string[][] =>
      inOrder(members).flatMap(({ code, children = [] }) => {
        const itself = lines(d + 1, [...path, code]);
        const inside = collapsed.includes(keyOf(code)) ? [] : below(children);
        return subtotals === 'before' ? [...itself, ...inside] : [...inside, ...itself];
      });
    const members = below(shape.members);
    const others = shape.others === undefined ? [] : lines(d + 1, [...path, 'others']);
    const total = shape.total === undefined ? [] : lines(d + 1, [...path, 'total']);
    if (place === 'hidden') return members.length + others.length > 0 ? [...members, ...others] : total;
    return place === 'before' ? [...total, ...members, ...others] : [...members, ...others, ...total];
  };
  return lines(0, []);
}

function naive(asked: Asked, measures: readonly string[]): Read {
  const { totals, subtotals, swapped } = asked;
  const [down, across] = swapped ? [asked.columns, asked.rows] : [asked.rows, asked.columns];
  const columns = naiveLines(across, totals.columns, subtotals.columns, { ...asked, direction: null });
  const first = columns[0]!;
  const valueOf = (line: readonly string[]): number | null => {
    const { status, value } = cellAt('persons', [...line, ...first]);
    return status === 'published' ? value : null;
  };
  const rows = naiveLines(down, totals.rows, subtotals.rows, asked, asked.by === 'value' ? valueOf : null);
  const cells: string[] = [];
  for (const row of rows) {
    for (const column of columns) {
      for (const measure of measures) {
        const { status, value } = cellAt(measure, [...row, ...column]);
        cells.push(status === 'published' ? String(value) : status);
      }
    }
  }
  return { rows: rows.map(String), columns: columns.map(String), cells };
}

function read(cellSet: CellSet, options: LayoutOptions): Read {
  const layout = layOut(cellSet, options);
  const step = layout.measures.length;
  const codes = (tuple: readonly { code: string }[]): string => String(tuple.map(({ code }) => code));
  const cells: string[] = [];
  for (let row = 0; row < layout.rowCount; row++) {
    for (let column = 0; column < layout.columnCount; column++) {
      assert.equal(measureIndex(layout, column), column % step);
      const status = statusAt(layout, row, column);
      cells.push(status === 'published' ? String(valueAt(layout, row, column)) : status);
    }
  }
  return {
    rows: Array.from({ length: layout.rowCount }, (_, row) => codes(rowTuple(layout, row))),
    columns: Array.from({ length: layout.columnCount / step }, (_, at) =>
      codes(columnTuple(layout, at * step)),
    ),
    cells,
  };
}

const cellSetOf = ({ rows, columns }: Asked, measures: readonly string[]): CellSet =>
  productCellSet(
    rows,
    columns,
    Object.fromEntries(
      measures.map((measure): [string, CellOf] => [
        measure,
        (_r, _c, down, across) =>
          cellAt(
            measure,
            [...down, ...across].map(({ code }) => code),
          ),
      ]),
    ),
  );

/** Three levels, of which not every member has children; the others and the total or not. */
function anyShape(dimension: string): fc.Arbitrary<DimensionShape> {
  const leaves = fc.integer({ min: 0, max: 2 });
  return fc
    .record({
      regions: fc.array(fc.array(leaves, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      others: fc.boolean(),
      total: fc.boolean(),
      mix: fc.nat(),
    })
    .map(({ regions, others, total, mix }) => {
      const member = (code: string, level: string, children: MemberShape[]): MemberShape => ({
        code: `${dimension}${code}`,
        // Names in another order than the codes, so that a sort by name is seen.
        label: `${dimension} ${(Number(code.replaceAll('.', '1')) * (mix % 97 || 1)) % 101}-${code}`,
        level,
        children,
      });
      return {
        dimension,
        members: regions.map((towns, r) =>
          member(
            `${r}`,
            'region',
            towns.map((parishes, t) =>
              member(
                `${r}.${t}`,
                'town',
                Array.from({ length: parishes }, (_, p) => member(`${r}.${t}.${p}`, 'parish', [])),
              ),
            ),
          ),
        ),
        ...(others ? { others: 'Øvrige' } : {}),
        ...(total ? { total: 'I alt' } : {}),
      };
    });
}

const branches = (shapes: readonly DimensionShape[]): string[] => {
  const within = (d: number, path: string): string[] => {
    const shape = shapes[d];
    if (!shape) return [];
    const below = (member: MemberShape): string[] => {
      const key = `${path}${shape.dimension}:${member.code}`;
      const children = member.children ?? [];
      return [...(children.length > 0 ? [key] : []), ...children.flatMap(below), ...within(d + 1, `${key}/`)];
    };
    return shape.members.flatMap(below);
  };
  return within(0, '');
};

const place = fc.constantFrom<Place>('before', 'after', 'hidden');
const side = fc.constantFrom<'before' | 'after'>('before', 'after');
const axis = (names: readonly string[]): fc.Arbitrary<DimensionShape[]> =>
  fc.integer({ min: 0, max: 2 }).chain((n) => fc.tuple(...names.slice(0, n).map(anyShape)));
const anyAsked: fc.Arbitrary<Asked> = fc
  .record({ rows: axis(['a', 'b']), columns: axis(['x', 'y']) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      collapsed: fc.subarray([...branches(rows), ...branches(columns)]),
      swapped: fc.boolean(),
      totals: fc.record({ rows: place, columns: place }),
      subtotals: fc.record({ rows: side, columns: side }),
      direction: fc.constantFrom('ascending' as const, 'descending' as const, null),
      by: fc.constantFrom('name' as const, 'value' as const),
    }),
  );
/** Sorted by name, or by the numbers of the first column. */
function sortOf(asked: Asked): Sort | null {
  const { direction, by, swapped, totals, subtotals } = asked;
  if (direction === null) return null;
  if (by === 'name') return { by, direction };
  const shapes = swapped ? asked.rows : asked.columns;
  const lines = naiveLines(shapes, totals.columns, subtotals.columns, { ...asked, direction: null });
  const column = lines[0]!.map((code, d) => `${shapes[d]!.dimension}:${code}`).join('/');
  return { by, direction, column, measure: 'persons' };
}

const optionsOf = ({ collapsed, ...rest }: Asked): LayoutOptions => ({
  swapped: rest.swapped,
  totals: rest.totals,
  subtotals: rest.subtotals,
  collapsed: new Set(collapsed),
  sort: sortOf({ collapsed, ...rest }),
});

describe('a table', () => {
  it('is what nested loops over its members give, however it is folded, sorted, swapped and totalled', () => {
    fc.assert(
      fc.property(anyAsked, fc.integer({ min: 1, max: 2 }), (asked, count) => {
        const measures = ['persons', 'contacts'].slice(0, count);
        assert.deepEqual(read(cellSetOf(asked, measures), optionsOf(asked)), naive(asked, measures));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whichever order its members were folded away and out', () => {
    fc.assert(
      fc.property(anyAsked, fc.array(fc.nat(), { maxLength: 20 }), (asked, toggles) => {
        const cellSet = cellSetOf(asked, ['persons']);
        const keys = branches([...asked.rows]);
        let collapsed: readonly string[] = [];
        for (const toggle of keys.length > 0 ? toggles : []) {
          const key = keys[toggle % keys.length]!;
          collapsed = collapsed.includes(key)
            ? collapsed.filter((each) => each !== key)
            : [...collapsed, key];
          layOut(cellSet, { ...optionsOf(asked), collapsed: new Set(collapsed) });
        }
        const net = { ...asked, collapsed: [...collapsed].sort() };
        assert.deepEqual(read(cellSet, optionsOf({ ...asked, collapsed })), naive(net, ['persons']));
      }),
    );
  });

  it('keeps what a choice of the greatest leaves out after the members, whatever its number', () => {
    fc.assert(
      fc.property(
        anyAsked,
        fc.constantFrom('ascending' as const, 'descending' as const),
        (asked, direction) => {
          const cellSet = cellSetOf({ ...asked, columns: [] }, ['persons']);
          const sort = { by: 'value', direction, column: '', measure: 'persons' } as const;
          const layout = layOut(cellSet, { totals: { rows: 'hidden' }, sort });
          const outermost = asked.rows[0];
          if (!outermost?.others) return;
          assert.equal(rowTuple(layout, layout.rowCount - 1)[0]!.code, 'others');
        },
      ),
    );
  });
});
