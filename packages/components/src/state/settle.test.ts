import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey, type Command } from './command.ts';
import { plainField, type AxisField, type ExplorerState, type Sort } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';

const usual = firstLayout(cube);
const after = (state: ExplorerState, ...commands: Command[]): ExplorerState =>
  commands.reduce((at, command) => obey(at, cube, command), state);
const open = (dimension: string, member: string, level?: string): Command => ({
  kind: 'open',
  dimension,
  member,
  level,
  open: true,
});
const close = (dimension: string, member: string): Command => ({
  kind: 'open',
  dimension,
  member,
  open: false,
});
const byColumn = (column: string): Sort => ({
  by: 'value',
  direction: 'descending',
  column,
  measure: 'persons',
});
const top = { count: 5, by: 'persons', others: false };
const rowsAt = (...rows: AxisField[]): ExplorerState => ({ ...usual, rows });

describe('members that are open', () => {
  const yearly = { ...usual, rows: [plainField('residence', 'region')] };

  it('are opened and closed one by one, each once', () => {
    const two = after(yearly, open('time', '2024'), open('time', '2025'), open('time', '2024'));
    assert.deepEqual(two.columns, [{ ...plainField('time', 'year'), open: ['2024', '2025'] }]);
    assert.deepEqual(after(two, close('time', '2024'), close('time', '2025')), yearly);
    assert.equal(obey(yearly, cube, close('time', '2024')), yearly);
  });

  it('tell how deep the table goes, as long as any is open', () => {
    const deep = after(yearly, open('time', '2024'), open('time', '2024-Q2', 'quarter'));
    assert.deepEqual(deep.columns[0], {
      ...plainField('time', 'year'),
      open: ['2024', '2024-Q2'],
      finest: 'month',
    });
    assert.equal(after(deep, open('time', '2025')).columns[0]?.finest, 'month');
    const folded = after(deep, close('time', '2024-Q2'), close('time', '2024'));
    assert.deepEqual(folded, yearly);
  });

  it('open to nothing finer than is released', () => {
    const aged = after(usual, { kind: 'place', axis: 'rows', dimension: 'age' });
    // Five-year groups are released by region only, and the rows are municipalities.
    assert.equal(obey(aged, cube, open('age', '0-19')), aged);
    const inRegions = after(aged, { kind: 'level', dimension: 'residence', level: 'region' });
    assert.deepEqual(obey(inRegions, cube, open('age', '0-19')).rows[1]?.open, ['0-19']);
  });

  it('are not opened below the finest level, among the greatest, or off the table', () => {
    for (const [state, command] of [
      [usual, open('residence', '0851')],
      [yearly, open('sex', 'K')],
      [yearly, open('time', '2024', 'century')],
      [rowsAt({ ...plainField('residence', 'region'), top }), open('residence', '1081')],
    ] as const) {
      assert.equal(obey(state, cube, command), state);
    }
  });

  it('close with another level', () => {
    const opened = after(yearly, open('residence', '1081'));
    const folded = after(opened, { kind: 'level', dimension: 'residence', level: 'municipality' });
    assert.deepEqual(folded.rows, [plainField('residence', 'municipality')]);
  });

  it('are a hundred at most', () => {
    const codes = Array.from({ length: 101 }, (_, index) => `m${index}`);
    const all = after(yearly, ...codes.map((code) => open('residence', code)));
    assert.equal(all.rows[0]?.open.length, 100);
    assert.equal(
      after(all, close('residence', 'm0'), open('residence', 'm100')).rows[0]?.open.at(-1),
      'm100',
    );
  });
});

describe('the greatest', () => {
  const limit = (count: number, by = 'persons'): Command => ({
    kind: 'top',
    dimension: 'residence',
    top: { count, by, others: true },
  });

  it('take the place of subtotals and of what is open, and give way to them', () => {
    const limited = obey(usual, cube, limit(10));
    assert.deepEqual(limited.rows, [
      { ...plainField('residence', 'municipality'), top: { count: 10, by: 'persons', others: true } },
    ]);
    assert.deepEqual(after(limited, { kind: 'parents', dimension: 'residence', parents: true }), usual);
    const all = after(limited, { kind: 'top', dimension: 'residence', top: null });
    assert.deepEqual(all.rows, [plainField('residence', 'municipality')]);
    const opened = after(rowsAt(plainField('residence', 'region')), open('residence', '1081'), limit(3));
    assert.deepEqual(opened.rows[0]?.open, []);
  });

  it('are by a measure that is shown, and as many as can be asked for', () => {
    for (const command of [limit(10, 'contacts'), limit(0), limit(101), limit(2.5)]) {
      assert.equal(obey(usual, cube, command), usual);
    }
  });
});

describe('a sort by a column', () => {
  const twice: ExplorerState = {
    ...usual,
    columns: [plainField('time', 'year'), plainField('sex', 'sex')],
    sort: byColumn('time:2025/sex:total'),
  };
  const sorted = (...commands: Command[]): Sort | null => after(twice, ...commands).sort;

  it('stays for as long as the column does', () => {
    assert.deepEqual(sorted({ kind: 'look', look: { labels: 'code' } }), twice.sort);
    assert.deepEqual(sorted({ kind: 'measure', measure: 'contacts' }), twice.sort);
    assert.deepEqual(
      sorted({ kind: 'filter', field: only('time', 'year', '2025'), instead: false }),
      twice.sort,
    );
    assert.deepEqual(sorted({ kind: 'level', dimension: 'residence', level: 'region' }), twice.sort);
  });

  it('goes with it', () => {
    const going: Command[] = [
      { kind: 'remove', zone: 'columns', id: 'sex' },
      { kind: 'shift', zone: 'columns', id: 'sex', by: -1 },
      { kind: 'swap' },
      { kind: 'totals' },
      { kind: 'level', dimension: 'time', level: 'month' },
      { kind: 'filter', field: only('time', 'year', '2023'), instead: false },
    ];
    for (const command of going) assert.equal(sorted(command), null, command.kind);
  });

  it('is not taken where there is no such column', () => {
    const wrong = [byColumn('time:2025'), byColumn('sex:K/time:2025'), byColumn('')];
    for (const sort of wrong)
      assert.equal(obey({ ...twice, sort: null }, cube, { kind: 'sort', sort }).sort, null);
    const bare = { ...usual, columns: [] };
    assert.deepEqual(obey(bare, cube, { kind: 'sort', sort: byColumn('') }).sort, byColumn(''));
  });

  it('by name stays whatever is done', () => {
    const named: Sort = { by: 'name', direction: 'ascending' };
    const state = { ...twice, sort: named };
    assert.deepEqual(after(state, { kind: 'swap' }, { kind: 'totals' }).sort, named);
  });
});

describe('folded members', () => {
  const folded = { ...usual, collapsed: ['residence:1081', 'residence:1085'] };

  it('stay folded after a swap, and through what does not concern them', () => {
    for (const command of [
      { kind: 'swap' },
      { kind: 'totals' },
      { kind: 'level', dimension: 'time', level: 'month' },
      { kind: 'place', axis: 'rows', dimension: 'sex' },
    ] satisfies Command[]) {
      assert.deepEqual(after(folded, command).collapsed, folded.collapsed, command.kind);
    }
  });

  it('are forgotten when there is nothing to fold, or it stands elsewhere', () => {
    for (const command of [
      { kind: 'parents', dimension: 'residence', parents: false },
      { kind: 'remove', zone: 'rows', id: 'residence' },
      { kind: 'level', dimension: 'residence', level: 'region' },
      { kind: 'place', axis: 'rows', dimension: 'sex', at: 0 },
      { kind: 'top', dimension: 'residence', top },
    ] satisfies Command[]) {
      assert.deepEqual(after(folded, command).collapsed, [], command.kind);
    }
  });

  it('are only those there can be', () => {
    const collapsed = ['residence:1081', 'residence:1081', 'time:2024', 'sex:K', 'residence:1081/sex:K'];
    assert.deepEqual(obey(usual, cube, { kind: 'collapse', collapsed }).collapsed, ['residence:1081']);
  });
});

describe('a filter and the level of its dimension', () => {
  it('agree: an axis is no coarser than what is kept of it', () => {
    const one = only('residence', 'municipality', '0851');
    const regions = rowsAt(plainField('residence', 'region'));
    const filtered = obey(regions, cube, { kind: 'filter', field: one, instead: false });
    assert.equal(filtered.rows[0]?.level, 'municipality');
    const back = obey(filtered, cube, { kind: 'level', dimension: 'residence', level: 'region' });
    assert.deepEqual([back.rows[0]?.level, back.filters], ['region', []]);
  });

  it('agree: a grouping is filtered by its own groups alone', () => {
    const phases = rowsAt(plainField('age', 'life-phase'));
    const keep = (level: string, ...members: string[]): Command => ({
      kind: 'filter',
      field: only('age', level, ...members),
      instead: false,
    });
    assert.equal(after(phases, keep('life-phase', 'aeldre')).rows[0]?.level, 'life-phase');
    const old = after(phases, keep('broad', '80+'));
    assert.equal(old.rows[0]?.level, 'broad');
    const grouped = after(old, { kind: 'level', dimension: 'age', level: 'life-phase' });
    assert.deepEqual([grouped.rows[0]?.level, grouped.filters], ['life-phase', []]);
  });

  it('leave the release no more than anything else', () => {
    const aged = after(usual, { kind: 'place', axis: 'rows', dimension: 'age' });
    const fine = only('age', 'five-year', '0-4');
    assert.equal(obey(aged, cube, { kind: 'filter', field: fine, instead: false }), aged);
  });
});

describe('an axis', () => {
  it('has four dimensions at most, as the contract has it', () => {
    const free = { ...cube, release: { ...cube.release, cuboids: [all()] } };
    const ids = ['age', 'sex', 'sector', 'contact-type'];
    const state = ids.reduce(
      (at, dimension) => obey(at, free, { kind: 'place', axis: 'rows', dimension }),
      usual,
    );
    assert.deepEqual(
      state.rows.map(({ dimension }) => dimension),
      ['residence', 'age', 'sex', 'sector'],
    );
  });
});

function all() {
  return {
    dimensions: cube.dimensions.map(({ id, levels }) => ({ dimension: id, level: levels.at(-1)!.id })),
  };
}
