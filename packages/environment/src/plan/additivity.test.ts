import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { POPULATION } from '../cubes/check-definition.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { addends, addsUp } from './additivity.ts';

const cube = tinyCube();

function taken(measure: string, id: string, ...codes: string[]): string[] {
  const dimension = cube.dimension(id)!;
  const nodes = codes.map((code) => dimension.nodeOf.get(code)!);
  return addends(cube.definition, measure, dimension, nodes).map((node) => dimension.members[node]!.code);
}

describe('addends', () => {
  it('adds persons over places and not over sectors', () => {
    assert.deepEqual(taken('persons', 'place', 'Aa', 'Do'), ['Aa', 'Do']);
    assert.deepEqual(taken('persons', 'sector', 'gp', 'ward'), []);
    assert.deepEqual(taken('persons', 'sector', 'gp'), ['gp']);
  });

  it('adds events over sectors and not over diseases, of which a person can have several', () => {
    assert.deepEqual(taken('visits', 'sector', 'gp', 'ward'), ['gp', 'ward']);
    assert.deepEqual(taken('visits', 'disease', 'copd', 'asthma'), []);
  });

  it('takes one population over what it does not depend on', () => {
    assert.deepEqual(taken(POPULATION, 'place', 'Aa', 'Do'), ['Aa', 'Do']);
    assert.deepEqual(taken(POPULATION, 'sector', 'gp', 'ward'), ['gp']);
    assert.deepEqual(taken(POPULATION, 'time', '2023-Q1', '2023-05'), ['2023-Q1']);
    assert.deepEqual(taken(POPULATION, 'time', '2023-Q1', '2024-Q1'), []);
  });

  it('has a rate where numerator and population have a number', () => {
    const share = cube.measure('share')!;
    const both = (id: string, ...codes: string[]): boolean => {
      const dimension = cube.dimension(id)!;
      return addsUp(
        cube.definition,
        share,
        dimension,
        codes.map((code) => dimension.nodeOf.get(code)!),
      );
    };
    assert.equal(both('place', 'Aa', 'Do'), true);
    assert.equal(both('sector', 'gp', 'ward'), false);
    assert.equal(both('time', '2023', '2024'), false);
  });
});
