import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Measure } from './cube.ts';
import { derivationsOf, derivedMeasure } from './derived-measure.ts';
import { DERIVATIONS } from './measure-reference.ts';

const persons: Measure = {
  id: 'persons',
  name: { da: 'Borgere', en: 'Citizens' },
  description: { da: 'Antal borgere', en: 'Number of citizens' },
  unit: { da: 'borgere', en: 'citizens' },
  kind: 'persons',
  additiveOver: ['residence'],
  decimals: 0,
};

describe('derivedMeasure', () => {
  it('is the measure itself where nothing is derived', () => {
    assert.equal(derivedMeasure(persons, null), persons);
  });

  it('has its own name and unit, keeps what it is made from, and adds up over nothing', () => {
    const growth = derivedMeasure(persons, 'growth');
    assert.deepEqual(
      [growth.id, growth.name, growth.unit.da, growth.decimals, growth.additiveOver],
      [
        'persons.growth',
        { da: 'Borgere, ændring i procent', en: 'Citizens, change in per cent' },
        '%',
        1,
        [],
      ],
    );
    assert.equal(growth.description, persons.description);
  });

  it('is counted in the unit of the measure only where it is a difference', () => {
    const units = DERIVATIONS.map((each) => derivedMeasure(persons, each).unit.en);
    assert.deepEqual(units, ['%', '%', '%', 'citizens', '%', 'index']);
    assert.equal(derivedMeasure({ ...persons, decimals: 2 }, 'change').decimals, 2);
  });

  it('has a name of its own for every way to show it', () => {
    const names = DERIVATIONS.flatMap((each) => Object.values(derivedMeasure(persons, each).name));
    assert.equal(new Set(names).size, 2 * DERIVATIONS.length);
  });
});

describe('derivationsOf', () => {
  it('leaves shares out for rates, which are parts of no whole', () => {
    assert.deepEqual(derivationsOf('rate'), ['change', 'growth', 'index']);
    for (const kind of ['persons', 'events', 'sum'] as const)
      assert.deepEqual(derivationsOf(kind), DERIVATIONS);
  });
});
