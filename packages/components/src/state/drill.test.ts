import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey, type Command } from './command.ts';
import { plainField, type ExplorerState } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';

const usual = firstLayout(cube);
const yearly: ExplorerState = { ...usual, rows: [plainField('residence', 'region')] };
const down = (dimension: string, member: string, level?: string): Command => ({
  kind: 'drill',
  dimension,
  member,
  level,
  by: null,
});
const across = (dimension: string, member: string, by: string): Command => ({
  kind: 'drill',
  dimension,
  member,
  by,
});
const up = (dimension: string): Command => ({ kind: 'drill-up', dimension });

describe('drilling down', () => {
  it('keeps the member and shows the next level in its place', () => {
    const quarters = obey(yearly, cube, down('time', '2024'));
    assert.deepEqual(quarters.columns, [plainField('time', 'quarter')]);
    assert.deepEqual(quarters.filters, [only('time', 'year', '2024')]);
    const months = obey(quarters, cube, down('time', '2024-Q2'));
    assert.deepEqual(months.columns, [plainField('time', 'month')]);
    assert.deepEqual(months.filters, [only('time', 'quarter', '2024-Q2')]);
  });

  it('goes no further than the finest level, and no deeper than the release', () => {
    const months = obey(yearly, cube, { kind: 'level', dimension: 'time', level: 'month' });
    assert.equal(obey(months, cube, down('time', '2024-01')), months);
    const aged = obey(usual, cube, { kind: 'place', axis: 'rows', dimension: 'age' });
    // Five-year groups are released by region only, and the rows are municipalities.
    assert.equal(obey(aged, cube, down('age', '0-19')), aged);
  });

  it('from a subtotal keeps that and stays at the level below it', () => {
    const inside = obey(usual, cube, down('residence', '1081', 'region'));
    assert.deepEqual(inside.rows, [{ ...plainField('residence', 'municipality'), parents: true }]);
    assert.deepEqual(inside.filters, [only('residence', 'region', '1081')]);
  });

  it('from a group shows its members', () => {
    const grouped: ExplorerState = { ...yearly, rows: [plainField('age', 'life-phase')] };
    const members = obey(grouped, cube, down('age', 'aeldre'));
    assert.deepEqual(members.rows, [plainField('age', 'broad')]);
    assert.deepEqual(members.filters, [only('age', 'life-phase', 'aeldre')]);
    assert.deepEqual(obey(members, cube, up('age')).rows, grouped.rows);
  });

  it('knows no member of a level that is not there, as that of a total', () => {
    assert.equal(obey(yearly, cube, down('residence', 'total', 'total')), yearly);
    assert.equal(obey(yearly, cube, down('sex', 'K')), yearly);
  });
});

describe('drilling up', () => {
  it('comes back to where a drill began', () => {
    const quarters = obey(yearly, cube, down('time', '2024'));
    assert.deepEqual(obey(quarters, cube, up('time')), yearly);
  });

  it('goes a level coarser where nothing was kept, and stays at the coarsest', () => {
    const regions = obey(usual, cube, up('residence'));
    assert.equal(regions.rows[0]?.level, 'region');
    assert.equal(obey(regions, cube, up('residence')).rows[0]?.level, 'region');
  });

  it('lets go of a filter of which the dimension is off the table', () => {
    const women = obey(yearly, cube, { kind: 'filter', field: only('sex', 'sex', 'K'), instead: false });
    assert.deepEqual(obey(women, cube, up('sex')), yearly);
  });
});

describe('drilling across', () => {
  it('keeps the member and puts another dimension where it stood', () => {
    const state: ExplorerState = { ...yearly, rows: [plainField('age', 'broad'), plainField('sex', 'sex')] };
    const diseases = obey(state, cube, across('age', '80+', 'residence'));
    assert.deepEqual(diseases.rows, [plainField('residence', 'region'), plainField('sex', 'sex')]);
    assert.deepEqual(diseases.filters, [only('age', 'broad', '80+')]);
  });

  it('moves a dimension that stands elsewhere, as it is', () => {
    const state: ExplorerState = {
      ...usual,
      columns: [plainField('time', 'year'), plainField('sex', 'sex')],
    };
    const turned = obey(state, cube, across('sex', 'K', 'residence'));
    assert.deepEqual(turned.rows, []);
    assert.deepEqual(turned.columns, [plainField('time', 'year'), usual.rows[0]]);
    const along: ExplorerState = { ...usual, rows: [plainField('sex', 'sex'), usual.rows[0]!] };
    assert.deepEqual(obey(along, cube, across('residence', '1081', 'sex')).rows, [plainField('sex', 'sex')]);
  });

  it('goes nowhere that is not released, and never to itself', () => {
    assert.equal(obey(usual, cube, across('residence', '0851', 'sector')), usual);
    assert.equal(obey(usual, cube, across('residence', '0851', 'residence')), usual);
    assert.equal(obey(usual, cube, across('residence', '0851', 'gone')), usual);
  });
});
