import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member } from '../testing/cell-set.fixture.ts';
import { barModel } from './read-cell-set.ts';

const places = ['Læsø', 'Aalborg', 'Thisted', 'Ærø', 'Fanø', 'Morsø'].map((name) => [
  member('residence', name),
]);
const cells = [['suppressed'], [9], [40], ['suppressed'], ['suppressed'], [9]] as const;
const labels = (options: Parameters<typeof barModel>[1]): string[] =>
  barModel(cellSetOf(places, [[]], cells), options).categories.map(({ label }) => label);

describe('order of bars', () => {
  it('is largest first, and hidden last by name', () => {
    assert.deepEqual(labels({}), ['Thisted', 'Morsø', 'Aalborg', 'Fanø', 'Læsø', 'Ærø']);
  });

  it('stays as given when asked', () => {
    assert.deepEqual(
      labels({ order: 'given' }),
      places.map(([entry]) => entry?.label),
    );
  });

  it('keeps as many as the limit allows and says how many it left out', () => {
    const model = barModel(cellSetOf(places, [[]], cells), { limit: 2 });
    assert.deepEqual(
      model.categories.map(({ label }) => label),
      ['Thisted', 'Morsø'],
    );
    assert.equal(model.leftOut.categories, 4);
  });
});
