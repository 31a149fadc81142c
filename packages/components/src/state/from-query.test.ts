import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalQuery } from '@datakube/contract';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { exampleMembers } from '../../fixtures/example-members.ts';
import { only } from '../../fixtures/only.ts';
import { plainField, queryOf } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { finestLevel, stateOf, stateOfExample } from './from-query.ts';
import { isReleased, reachOf } from './released.ts';

const usual = firstLayout(cube);
const levelOf = (dimension: string, code: string): string | undefined =>
  exampleMembers[dimension]?.find((member) => member.code === code)?.level;

describe('an example of the cube', () => {
  it('asks what its owner wrote, as a table or as a chart', () => {
    assert.ok(cube.examples.length > 1);
    for (const example of cube.examples) {
      const state = stateOfExample(example, cube, levelOf, usual);
      assert.equal(canonicalQuery(queryOf(state)), canonicalQuery(example.query), example.id);
      assert.equal(state.view, example.chart === undefined ? 'table' : 'chart');
      assert.ok(isReleased(reachOf(state, cube), cube));
    }
    const [change] = cube.examples;
    assert.equal(stateOfExample(change!, cube, levelOf, usual).chart, 'line');
  });

  it('begins unsorted and unfolded, and looks as the reader has chosen', () => {
    const present = {
      ...usual,
      sort: { by: 'name', direction: 'ascending' } as const,
      collapsed: ['residence:1081'],
      look: { ...usual.look, labels: 'both' as const },
    };
    const state = stateOfExample(cube.examples[1]!, cube, levelOf, present);
    assert.deepEqual([state.sort, state.collapsed, state.look.labels], [null, [], 'both']);
  });
});

describe('the state of a query', () => {
  it('knows how deep the open members lead, where they are known', () => {
    const query = {
      measures: ['persons'],
      columns: [{ dimension: 'time', level: 'year', open: ['2024', '2024-Q1'] }],
    };
    assert.equal(stateOf(query, cube, levelOf, usual).columns[0]?.finest, 'month');
    assert.deepEqual(stateOf(query, cube, () => undefined, usual).columns, [
      { ...plainField('time', 'year'), open: ['2024', '2024-Q1'] },
    ]);
  });

  it('has no more members open than a link can keep', () => {
    const open = Array.from({ length: 101 }, (_, index) => `m${index}`);
    const query = { measures: ['persons'], rows: [{ dimension: 'residence', level: 'region', open }] };
    assert.deepEqual(stateOf(query, cube, levelOf, usual).rows[0]?.open, open.slice(0, 100));
  });

  it('knows a filter on a group by its grouping', () => {
    assert.equal(finestLevel(cube, 'age', ['aeldre'], levelOf), 'life-phase');
    assert.equal(finestLevel(cube, 'age', ['aeldre', '0-4'], levelOf), 'five-year');
    const query = { measures: ['persons'], filters: [{ dimension: 'age', members: ['aeldre'] }] };
    assert.deepEqual(stateOf(query, cube, levelOf, usual).filters, [only('age', 'life-phase', 'aeldre')]);
  });

  it('keeps what is no part of a query', () => {
    const state = stateOf({ measures: ['persons'] }, cube, levelOf, {
      ...usual,
      view: 'chart',
      chart: 'line',
    });
    assert.deepEqual([state.view, state.chart, state.totals, state.rows], ['chart', 'line', false, []]);
  });
});
