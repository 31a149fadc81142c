import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CubeDefinition, MemberRemark, Query } from '@datakube/contract';
import { tinyCodeLists, tinyDefinition, tinySchema } from '../testing/tiny-cube.ts';
import { CubeDefinitionError, type DefinitionFault } from './definition-fault.ts';
import { readCubes } from './read-cubes.ts';

const words = { da: 'ord', en: 'words' };

function faultsOf(changed: Partial<CubeDefinition>): readonly DefinitionFault[] {
  try {
    readCubes([{ ...tinyDefinition(), ...changed }], tinyCodeLists, tinySchema);
    return [];
  } catch (error) {
    if (error instanceof CubeDefinitionError) return error.faults;
    throw error;
  }
}

const example = (query: Query, id = 'example') => ({ id, name: words, description: words, query });
const faultsOfExamples = (...examples: ReturnType<typeof example>[]): unknown =>
  faultsOf({ examples }).map(({ pointer, reason }) => [pointer, reason]);

describe('examples of a definition', () => {
  it('are taken when the release answers them', () => {
    assert.deepEqual(
      faultsOfExamples(
        example({ measures: ['persons'] }),
        example({ measures: ['visits.growth'], rows: [{ dimension: 'time', level: 'month' }] }, 'other'),
      ),
      [],
    );
  });

  it('are refused with what is wrong and where', () => {
    assert.deepEqual(faultsOfExamples(example({ measures: ['persons', 'height'] })), [
      ['/examples/0/query/measures/1', 'The cube has no such measure'],
    ]);
    assert.deepEqual(
      faultsOfExamples(
        example({ measures: ['persons'] }),
        example({ measures: ['persons'], rows: [{ dimension: 'sex', level: 'gender' }] }, 'other'),
      ),
      [['/examples/1/query/rows/0/level', 'The dimension has no such level']],
    );
    assert.deepEqual(
      faultsOfExamples(example({ measures: ['persons'] }), example({ measures: ['visits'] })),
      [['/examples/1/id', 'example occurs twice']],
    );
  });

  it('are refused when the release does not have what they ask for', () => {
    const rows = ['place', 'sector', 'form'].map((dimension) => ({
      dimension,
      level: dimension === 'place' ? 'town' : dimension,
    }));
    const faults = faultsOf({ examples: [example({ measures: ['persons'], rows })] });
    assert.equal(faults[0]!.pointer, '/examples/0/query');
    assert.match(faults[0]!.reason, /too fine/);
  });
});

describe('remarks of a definition', () => {
  const withRemark = (remark: MemberRemark) => {
    const { dimensions } = tinyDefinition();
    return faultsOf({ dimensions: [{ ...dimensions[0]!, remarks: [remark] }, ...dimensions.slice(1)] });
  };

  it('are about members of any level that there are', () => {
    assert.deepEqual(withRemark({ members: ['Aa', 'north'], flag: 'break', text: words }), []);
    assert.deepEqual(withRemark({ members: ['Aa', 'east'], text: words }), [
      { cube: 'tiny', pointer: '/dimensions/0/remarks/0/members/1', reason: 'there is no member east' },
    ]);
  });
});
