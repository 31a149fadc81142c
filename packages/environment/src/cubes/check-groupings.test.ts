import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CubeDefinition, Grouping } from '@datakube/contract';
import { tinyCube } from '../testing/tiny-cube.ts';
import { CubeDefinitionError } from './definition-fault.ts';

const name = { da: 'navn', en: 'name' };
const group = (code: string, ...members: string[]): Grouping['groups'][number] => ({ code, name, members });

/** What is wrong with groupings of the first dimension, as place and reason. */
function faults(...groupings: Partial<Grouping>[]): string[] {
  const whole = groupings.map((part): Grouping => ({
    id: 'shore',
    name,
    level: 'town',
    groups: [group('coast', 'Aa')],
    ...part,
  }));
  const change = (definition: CubeDefinition): CubeDefinition => ({
    ...definition,
    dimensions: definition.dimensions.map((each, at) => (at === 0 ? { ...each, groupings: whole } : each)),
  });
  try {
    tinyCube(change);
    return [];
  } catch (error) {
    if (!(error instanceof CubeDefinitionError)) throw error;
    return error.faults.map(
      ({ pointer, reason }) => `${pointer.replace('/dimensions/0/groupings/', '')} ${reason}`,
    );
  }
}

describe('checking groupings', () => {
  it('lets through what is whole, also with members in no group', () => {
    assert.deepEqual(faults({}, { id: 'other', groups: [group('inner', 'Aa', 'Bo')] }), []);
  });

  it('lets no name say two things', () => {
    assert.deepEqual(faults({ id: 'town' }), ['0/id town is the name of a level or another grouping']);
    assert.deepEqual(faults({ id: 'total' }), ['0/id total is the name of a level or another grouping']);
    assert.deepEqual(faults({}, { groups: [group('inner', 'Aa')] }), [
      '1/id shore is the name of a level or another grouping',
    ]);
    for (const code of ['Bo', 'north', 'others']) {
      assert.deepEqual(faults({ groups: [group(code, 'Aa')] }), [
        `0/groups/0/code ${code} is the code of a member or another group`,
      ]);
    }
    assert.deepEqual(faults({}, { id: 'other' }), [
      '1/groups/0/code coast is the code of a member or another group',
    ]);
  });

  it('knows levels and members, and puts a member in one group at most', () => {
    assert.deepEqual(faults({ level: 'parish' }), [
      '0/level the dimension has no level parish',
      '0/groups/0/members/0 there is no member Aa of level parish',
    ]);
    assert.deepEqual(faults({ groups: [group('coast', 'Aa', 'north')] }), [
      '0/groups/0/members/1 there is no member north of level town',
    ]);
    assert.deepEqual(faults({ groups: [group('coast', 'Aa', 'Bo'), group('inland', 'Ca', 'Bo')] }), [
      '0/groups/1/members/1 Bo is in a group already',
    ]);
  });
});
