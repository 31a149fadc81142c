import { expect } from '@open-wc/testing';
import type { MemberEntry } from '@datakube/contract';
import fc from 'fast-check';
import { exampleMembers } from '../../../fixtures/example-members.ts';
import { isList, looksLikeCpr, readPasted } from './pasted-members.ts';

const places = exampleMembers['residence']!.filter(({ level }) => level === 'municipality');

function read(text: string, members: readonly MemberEntry[] = places): string[] | 'refused' {
  const pasted = readPasted(text, members);
  if (pasted.kind === 'refused') return 'refused';
  return [...pasted.members.map(({ code }) => code), `${pasted.unknown} unknown`];
}

describe('a pasted text', () => {
  it('names members by code and by name, in any case, parted as lists are', () => {
    expect(read('Aalborg\r\n0860\n')).to.deep.equal(['0851', '0860', '0 unknown']);
    expect(read('ålborg; HJØRRING\t0851')).to.deep.equal(['0851', '0860', '0 unknown']);
    expect(read('0860, Aalborg, Atlantis, , x')).to.deep.equal(['0860', '0851', '2 unknown']);
    expect(read('"Aalborg"\n"860"')).to.deep.equal(['0851', '0860', '0 unknown']);
    expect(read('')).to.deep.equal(['0 unknown']);
  });

  it('keeps a name with a comma together', () => {
    const name = { da: 'Lever, galde og bugspytkirtel', en: 'Liver, bile and pancreas' };
    const organ = { code: 'K70', name, level: 'group', parent: null };
    expect(read('K70\nLever, galde og bugspytkirtel', [organ])).to.deep.equal(['K70', '0 unknown']);
    expect(read('liver, bile and pancreas', [organ])).to.deep.equal(['K70', '0 unknown']);
  });

  it('finds every member again, in whatever way it is named and parted', () => {
    const parted = fc.constantFrom('\n', '\r\n', ';', '\t', ', ');
    fc.assert(
      fc.property(fc.subarray(places), parted, fc.boolean(), (some, separator, byCode) => {
        const text = some.map(({ code, name }) => (byCode ? code : name.da)).join(separator);
        expect(read(text)).to.deep.equal([...some.map(({ code }) => code), '0 unknown']);
      }),
    );
  });

  it('is refused where it holds what looks like a number of a person', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    fc.assert(
      fc.property(digits(6), fc.constantFrom('', '-', ' '), digits(4), (date, sign, number) => {
        const person = `${date}${sign}${number}`;
        expect(looksLikeCpr(person)).to.equal(true);
        expect(read(`Aalborg\n${person}\n0860`)).to.equal('refused');
        expect(read(`Navn;${person}`)).to.equal('refused');
      }),
    );
  });

  it('is not refused for other numbers', () => {
    for (const text of ['0851\n0860', '123456\n7890', '12345678901', '2024-2025', '325421000016001'])
      expect(looksLikeCpr(text), text).to.equal(false);
  });

  it('is a list where it has several parts', () => {
    expect(['Aalborg\n0860', 'a;b', 'a,b', 'a\tb'].every(isList)).to.equal(true);
    expect(['Aalborg', 'Aalborg\n', 'Region Nordjylland', ''].some(isList)).to.equal(false);
  });
});
