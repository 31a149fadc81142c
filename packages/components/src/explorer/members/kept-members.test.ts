import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { exampleMembers } from '../../../fixtures/example-members.ts';
import { ancestorsOf, hierarchyOf } from './hierarchy.ts';
import { fewest, inverted, marksOf, toggled } from './kept-members.ts';

const time = hierarchyOf(exampleMembers['time']!, ['year', 'quarter', 'month']);
const codes = [...time.members.keys()];
const months = codes.filter((code) => time.members.get(code)!.level === 'month');
const kept = fc.subarray(codes).map((some) => new Set(some));

/** The months that a choice keeps, by looking at each: what every way of saying it has in common. */
const monthsIn = (chosen: ReadonlySet<string>): string[] =>
  months.filter((month) => [month, ...ancestorsOf(time, month)].some((code) => chosen.has(code)));
const monthsBelow = (code: string): string[] => monthsIn(new Set([code]));

describe('members that are kept', () => {
  it('keep the months below a quarter with it, and no child of what is kept', () => {
    const chosen = toggled(time, new Set(['2024-04', '2024-05']), '2024-Q2');
    expect([...chosen]).to.deep.equal(['2024-Q2']);
    const mark = marksOf(time, chosen);
    expect(['2024', '2024-Q2', '2024-04', '2024-Q1', '2025'].map(mark)).to.deep.equal([
      'some',
      'all',
      'all',
      'none',
      'none',
    ]);
  });

  it('leave the siblings when one below is unticked', () => {
    const chosen = toggled(time, new Set(['2024']), '2024-05');
    expect([...chosen].sort()).to.deep.equal(['2024-04', '2024-06', '2024-Q1', '2024-Q3', '2024-Q4']);
  });

  it('become their parent when they are all of its children', () => {
    const chosen = ['2024-04', '2024-05', '2024-06', '2024-Q1', '2024-Q3', '2024-Q4'].reduce(
      (now: ReadonlySet<string>, code) => toggled(time, now, code),
      new Set<string>(),
    );
    expect([...chosen]).to.deep.equal(['2024']);
  });

  it('stay themselves where children do not make up their parent', () => {
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
    expect([...fewest(time, quarters, false)]).to.deep.equal(quarters);
  });

  it('are ticked and unticked like the months below them', () => {
    fc.assert(
      fc.property(kept, fc.constantFrom(...codes), (some, code) => {
        const before = fewest(time, some);
        const after = monthsIn(toggled(time, before, code));
        const was = monthsIn(before);
        const below = monthsBelow(code);
        const expected = below.every((month) => was.includes(month))
          ? was.filter((month) => !below.includes(month))
          : months.filter((month) => was.includes(month) || below.includes(month));
        expect(after).to.deep.equal(expected);
      }),
    );
  });

  it('are as few as can be, and keep the same', () => {
    fc.assert(
      fc.property(kept, (some) => {
        const least = fewest(time, some);
        expect(monthsIn(least)).to.deep.equal(monthsIn(some));
        for (const code of least) {
          expect(
            ancestorsOf(time, code).some((above) => least.has(above)),
            'not twice',
          ).to.equal(false);
          const parent = time.members.get(code)!.parent;
          const family = parent === null ? [] : time.children.get(parent)!;
          expect(family.length > 0 && family.every((sibling) => least.has(sibling.code))).to.equal(false);
        }
      }),
    );
  });

  it('are marked by how many of their months are kept', () => {
    fc.assert(
      fc.property(kept, fc.constantFrom(...codes), (some, code) => {
        const chosen = fewest(time, some);
        const below = monthsBelow(code);
        const within = monthsIn(chosen).filter((month) => below.includes(month)).length;
        const expected = within === below.length ? 'all' : within > 0 ? 'some' : 'none';
        expect(marksOf(time, chosen)(code)).to.equal(expected);
      }),
    );
  });

  it('are exactly the others when turned round', () => {
    fc.assert(
      fc.property(kept, (some) => {
        const chosen = monthsIn(fewest(time, some));
        expect(monthsIn(inverted(time, fewest(time, some)))).to.deep.equal(
          months.filter((month) => !chosen.includes(month)),
        );
      }),
    );
  });
});
