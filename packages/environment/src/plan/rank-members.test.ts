import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rankMembers } from './rank-members.ts';

const names = (members: readonly (readonly [string, number | null])[]): string[] =>
  rankMembers(members.map(([name, number]) => ({ name, number }))).map((index) => members[index]![0]);

describe('rankMembers', () => {
  it('has the greatest first', () => {
    assert.deepEqual(
      names([
        ['a', 5],
        ['b', 90],
        ['c', 12.5],
        ['d', -3],
        ['e', 0],
      ]),
      ['b', 'c', 'a', 'e', 'd'],
    );
  });

  it('has those without a number last, after zero and after what has shrunk, by name in Danish', () => {
    const towns = [
      ['Ærø', null],
      ['Aarhus', null],
      ['Zealand', null],
      ['Odense', 0],
      ['Greve', -7],
    ] as const;
    assert.deepEqual(names(towns), ['Odense', 'Greve', 'Zealand', 'Ærø', 'Aarhus']);
  });

  it('keeps the order of the code list where all is equal', () => {
    assert.deepEqual(
      rankMembers([7, 7, null, 7, null].map((number) => ({ number, name: 'x' }))),
      [0, 1, 3, 2, 4],
    );
  });

  it('never asks what a hidden number is: whatever stands there, the order is the same', () => {
    const member = fc.record({ number: fc.option(fc.integer()), name: fc.string() });
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const order = rankMembers(members);
        const numbers = order.map((index) => members[index]!.number);
        const shown = numbers.filter((number) => number !== null);
        assert.deepEqual(
          shown,
          shown.toSorted((a, b) => b - a),
        );
        assert.deepEqual(
          numbers.slice(shown.length),
          members.filter(({ number }) => number === null).map(() => null),
        );
        assert.deepEqual(
          order.toSorted((a, b) => a - b),
          [...members.keys()],
        );
      }),
    );
  });
});
