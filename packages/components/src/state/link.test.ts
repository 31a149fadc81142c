import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyState } from '../../fixtures/any-state.ts';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { plainField } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { fromLink, toLink } from './link.ts';
import { placeOnAxis, setFilter, takeOffAxes } from './transitions.ts';

const usual = firstLayout(cube);

describe('the state as a link', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        assert.deepEqual(fromLink(toLink(state, usual), cube, usual), state);
      }),
    );
  });

  it('survives the percent-encoding a mail program adds', () => {
    fc.assert(
      fc.property(anyState(cube), (state) => {
        const link = toLink(state, usual).replace(/[:,;*/!@~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
        assert.deepEqual(fromLink(`#${link}`, cube, usual), state);
      }),
    );
  });

  it('says nothing of what is usual', () => {
    assert.equal(toLink(usual, usual), '');
    assert.equal(toLink({ ...usual, view: 'chart' }, usual), 'view=chart');
  });

  it('is short and can be read', () => {
    const state = setFilter(placeOnAxis(usual, 'columns', plainField('sex', 'sex')), {
      dimension: 'age',
      level: 'broad',
      keep: { kind: 'members', members: ['80+'] },
    });
    assert.equal(toLink(state, usual), 'columns=time:year,sex:sex&filters=age:broad:80%2B');
  });

  it('keeps an axis that was emptied empty', () => {
    const bare = takeOffAxes(usual, 'residence');
    assert.equal(toLink(bare, usual), 'rows=');
    assert.deepEqual(fromLink('rows=', cube, usual).rows, []);
  });

  it('ignores what the cube does not have, part by part', () => {
    const read = fromLink(
      'rows=nothing:here,age:broad,age:five-year&columns=time:century&measures=wealth&view=map&filters=sex:sex:K,<b>',
      cube,
      usual,
    );
    assert.deepEqual(read, {
      ...usual,
      rows: [plainField('age', 'broad')],
      columns: [],
      filters: [{ dimension: 'sex', level: 'sex', keep: { kind: 'members', members: ['K'] } }],
    });
  });

  it('never puts one dimension on both axes', () => {
    const read = fromLink('rows=time:month', cube, usual);
    assert.deepEqual(read.columns, []);
  });
});
