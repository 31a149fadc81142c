import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { only } from '../../fixtures/only.ts';
import { obey, type Command } from './command.ts';
import { plainField, type ExplorerState } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { isMeasure } from './measures.ts';

const usual = firstLayout(cube);
const after = (state: ExplorerState, ...commands: Command[]): ExplorerState =>
  commands.reduce((at, command) => obey(at, cube, command), state);
const showAs = (measure: string, derivation: 'growth' | 'index' | 'row-share' | null): Command => ({
  kind: 'show-as',
  measure,
  derivation,
});

/** A state in which everything there is names `persons`. */
const named: ExplorerState = {
  ...usual,
  measures: ['contacts', 'persons'],
  rows: [{ ...plainField('residence', 'municipality'), top: { count: 10, by: 'persons', others: true } }],
  sort: { by: 'value', direction: 'descending', column: 'time:2025', measure: 'persons' },
  look: {
    labels: 'both',
    totals: 'after',
    shading: { persons: 'heat' },
    decimals: { persons: 1 },
    sparklines: true,
  },
};

describe('what is shown of a measure', () => {
  it('is known by the kind of measure', () => {
    assert.ok(isMeasure(cube, 'persons'));
    assert.ok(isMeasure(cube, 'persons.row-share'));
    assert.ok(isMeasure(cube, 'contacts-per-1000.growth'));
    for (const wrong of [
      'contacts-per-1000.row-share',
      'persons.',
      'persons.share',
      'gone.growth',
      'a.b.c',
    ]) {
      assert.equal(isMeasure(cube, wrong), false, wrong);
    }
  });

  it('changes where the measure stands, and all that named it follows', () => {
    assert.deepEqual(obey(named, cube, showAs('persons', 'growth')), {
      ...named,
      measures: ['contacts', 'persons.growth'],
      rows: [
        {
          ...plainField('residence', 'municipality'),
          top: { count: 10, by: 'persons.growth', others: true },
        },
      ],
      sort: { by: 'value', direction: 'descending', column: 'time:2025', measure: 'persons.growth' },
      look: {
        labels: 'both',
        totals: 'after',
        shading: { 'persons.growth': 'heat' },
        decimals: { 'persons.growth': 1 },
        sparklines: true,
      },
    });
    assert.deepEqual(after(named, showAs('persons', 'growth'), showAs('persons.growth', null)), named);
  });

  it('changes to nothing that is shown already, cannot be shown, or is not there', () => {
    const both = after(usual, { kind: 'measure', measure: 'persons.growth' });
    assert.deepEqual(both.measures, ['persons', 'persons.growth']);
    assert.equal(obey(both, cube, showAs('persons', 'growth')), both);
    const rate = after(usual, { kind: 'measure', measure: 'contacts-per-1000' });
    assert.equal(obey(rate, cube, showAs('contacts-per-1000', 'row-share')), rate);
    assert.equal(obey(usual, cube, showAs('contacts', 'growth')), usual);
    assert.equal(obey(usual, cube, { kind: 'measure', measure: 'contacts-per-1000.row-share' }), usual);
  });

  it('is the number itself where no periods are left to compare', () => {
    const indexed = after(named, showAs('persons', 'index'));
    const { measures, sort, look, rows } = after(indexed, { kind: 'remove', zone: 'columns', id: 'time' });
    assert.deepEqual(measures, ['contacts', 'persons']);
    assert.equal(sort, null);
    assert.deepEqual(look.shading, { persons: 'heat' });
    assert.equal(rows[0]?.top?.by, 'persons');

    const grown = after(usual, showAs('persons', 'growth'), { kind: 'remove', zone: 'columns', id: 'time' });
    assert.deepEqual(grown.measures, ['persons.growth']);
    const keep = (field: ReturnType<typeof only>): string[] => [
      ...obey(grown, cube, { kind: 'filter', field, instead: false }).measures,
    ];
    assert.deepEqual(keep(only('time', 'year', '2024')), ['persons.growth']);
    assert.deepEqual(keep(only('time', 'year', '2024', '2025')), ['persons']);
    const latest = (count: number) =>
      ({ dimension: 'time', level: 'year', keep: { kind: 'latest', count } }) as const;
    assert.deepEqual(keep(latest(1)), ['persons.growth']);
    assert.deepEqual(keep(latest(2)), ['persons']);
    const range = (from: string, to: string | null) =>
      ({ dimension: 'time', level: 'year', keep: { kind: 'range', from, to } }) as const;
    assert.deepEqual(keep(range('2024', '2024')), ['persons.growth']);
    assert.deepEqual(keep(range('2024', null)), ['persons']);
  });

  it('goes where the number itself stands beside it already', () => {
    const both = after(usual, { kind: 'measure', measure: 'persons.index' });
    assert.deepEqual(after(both, { kind: 'remove', zone: 'columns', id: 'time' }).measures, ['persons']);
  });
});

describe('a measure that is removed', () => {
  it('takes with it what it was the measure of', () => {
    assert.deepEqual(obey(named, cube, { kind: 'remove', zone: 'measures', id: 'persons' }), {
      ...named,
      measures: ['contacts'],
      rows: [plainField('residence', 'municipality')],
      sort: null,
      look: { ...named.look, shading: {}, decimals: {} },
    });
  });
});

describe('measures', () => {
  it('are sixteen at most, as the contract has it', () => {
    const all = cube.measures.flatMap(({ id, kind }) =>
      (kind === 'rate'
        ? ['change', 'growth', 'index']
        : ['row-share', 'total-share', 'change', 'growth', 'index']
      ).map((derivation) => ({ kind: 'measure' as const, measure: `${id}.${derivation}` })),
    );
    assert.ok(all.length > 16);
    assert.equal(after(usual, ...all).measures.length, 16);
  });
});
