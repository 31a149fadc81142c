import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MemberEntry } from '@datakube/contract';
import { tinyCodeLists, tinyCube, tinyDefinition } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { findMembers } from './find-members.ts';
import { readCubes } from './read-cubes.ts';

const towns = [
  ['0101', 'København', 'Copenhagen'],
  ['0147', 'Frederiksberg', 'Frederiksberg'],
  ['0851', 'Aalborg', 'Aalborg'],
  ['0860', 'Hjørring', 'Hjørring'],
  ['0580', 'Aabenraa', 'Aabenraa'],
  ['0492', 'Ærø', 'Aeroe'],
] as const;
const [cube] = readCubes([tinyDefinition()], {
  ...tinyCodeLists,
  place: [
    { code: 'all-towns', name: { da: 'Øst', en: 'East' }, level: 'region' },
    ...towns.map(([code, da, en]) => ({ code, name: { da, en }, level: 'town', parent: 'all-towns' })),
  ],
});
const codes = (wanted: { level?: string; search?: string }): string[] | undefined =>
  findMembers(cube!, 'place', wanted)?.map((entry) => entry.code);

describe('finding members', () => {
  it('gives all of a level in code-list order, with parents', () => {
    assert.deepEqual(
      codes({ level: 'town' }),
      towns.map(([code]) => code),
    );
    const entries = findMembers(cube!, 'place', {})!;
    assert.equal(entries.length, towns.length + 1);
    assert.equal(entries[0]!.parent, null);
    assert.equal(entries[1]!.parent, 'all-towns');
    for (const entry of entries) assert.ok(MemberEntry.safeParse(entry).success);
  });

  it('searches names in both languages and codes, whatever the case', () => {
    assert.deepEqual(codes({ search: 'KØBEN' }), ['0101']);
    assert.deepEqual(codes({ search: 'copen' }), ['0101']);
    assert.deepEqual(codes({ search: '0147' }), ['0147']);
    assert.deepEqual(codes({ search: 'ØST' }), ['all-towns']);
    assert.deepEqual(codes({ search: 'øst', level: 'town' }), []);
    assert.deepEqual(
      codes({ search: '   ' }),
      findMembers(cube!, 'place', {})!.map((entry) => entry.code),
    );
  });

  it('puts what begins with the words first, and sorts as Danish does', () => {
    // Frederiksberg and Hjørring contain an r; Ærø comes after them, and aa is the last letter.
    assert.deepEqual(
      codes({ search: 'r', level: 'town' }),
      ['0147', '0860', '0101', '0492', '0580', '0851'].filter((code) =>
        towns.find(([c, da]) => c === code && /r/.test(da)),
      ),
    );
    assert.deepEqual(codes({ search: 'b' }), ['0147', '0101', '0580', '0851']);
    assert.deepEqual(codes({ search: 'a', level: 'town' })!.slice(0, 3), ['0492', '0580', '0851']);
  });

  it('knows no other dimension and no other level', () => {
    assert.equal(findMembers(cube!, 'moon', {}), undefined);
    assert.equal(codes({ level: 'moon' }), undefined);
  });

  it('gives groups as members of their grouping, after all others, with what they hold', () => {
    const grouped = tinyCube(withGroupings);
    const all = findMembers(grouped, 'place', {})!;
    assert.deepEqual(
      all.map(({ code }) => code),
      ['north', 'south', 'Aa', 'Bo', 'Ca', 'Do', 'Ek', 'coast', 'inland', 'upper', 'lower'],
    );
    assert.deepEqual(findMembers(grouped, 'place', { level: 'shore' }), [
      { code: 'coast', name: { da: 'coast', en: 'coast' }, level: 'shore', parent: null, of: ['Aa', 'Do'] },
      {
        code: 'inland',
        name: { da: 'inland', en: 'inland' },
        level: 'shore',
        parent: null,
        of: ['Bo', 'Ca', 'Ek'],
      },
    ]);
    assert.deepEqual(
      findMembers(grouped, 'place', { search: 'low' })!.map(({ code }) => code),
      ['lower'],
    );
    assert.equal(all.filter(({ of }) => of === undefined).length, 7);
  });
});
