import { expect } from '@open-wc/testing';
import type { MemberEntry } from '@datakube/contract';
import { exampleMembers } from '../../../fixtures/example-members.ts';
import { ancestorsOf, hierarchyOf, treeRows, type TreeView } from './hierarchy.ts';

const time = hierarchyOf(exampleMembers['time']!, ['year', 'quarter', 'month']);
const closed: TreeView = { open: new Set(), drawn: new Map(), only: null };
const lines = (view: Partial<TreeView>, hierarchy = time): string[] =>
  treeRows(hierarchy, { ...closed, ...view }).map((row) =>
    row.kind === 'more'
      ? `${'  '.repeat(row.depth - 1)}… ${row.left}`
      : `${'  '.repeat(row.depth - 1)}${row.open === null ? '' : row.open ? '- ' : '+ '}${row.member.code} ${row.place}/${row.siblings}`,
  );

describe('members as a tree', () => {
  it('shows the coarsest, and what is open below them', () => {
    expect(lines({})).to.deep.equal(['+ 2023 1/3', '+ 2024 2/3', '+ 2025 3/3']);
    expect(lines({ open: new Set(['2024', '2024-Q2']) })).to.deep.equal([
      '+ 2023 1/3',
      '- 2024 2/3',
      '  + 2024-Q1 1/4',
      '  - 2024-Q2 2/4',
      '    2024-04 1/3',
      '    2024-05 2/3',
      '    2024-06 3/3',
      '  + 2024-Q3 3/4',
      '  + 2024-Q4 4/4',
      '+ 2025 3/3',
    ]);
  });

  it('leaves out what is finer than its levels', () => {
    const years = hierarchyOf(exampleMembers['time']!, ['year']);
    expect(lines({}, years)).to.deep.equal(['2023 1/3', '2024 2/3', '2025 3/3']);
  });

  it('begins with members whose parents are not part of it', () => {
    const months = hierarchyOf(exampleMembers['time']!, ['month']);
    expect(months.roots).to.have.length(36);
  });

  it('draws some of many, and says how many are left', () => {
    const many = Array.from({ length: 130 }, (_, index): MemberEntry => {
      const code = `D${index}`;
      return { code, name: { da: code, en: code }, level: 'diagnosis', parent: null };
    });
    const hierarchy = hierarchyOf(many, ['diagnosis']);
    expect(lines({}, hierarchy).slice(-2)).to.deep.equal(['D49 50/130', '… 80']);
    expect(lines({ drawn: new Map([['', 100]]) }, hierarchy).slice(-2)).to.deep.equal([
      'D99 100/130',
      '… 30',
    ]);
    expect(lines({ drawn: new Map([['', 150]]) }, hierarchy).at(-1)).to.equal('D129 130/130');
  });

  it('shows some alone where it is told to', () => {
    const only = new Set(['2025', '2025-Q1', '2023']);
    expect(lines({ open: new Set(['2025', '2023']), only })).to.deep.equal([
      '- 2023 1/2',
      '- 2025 2/2',
      '  + 2025-Q1 1/1',
    ]);
  });

  it('knows what is above a member', () => {
    expect(ancestorsOf(time, '2024-05')).to.deep.equal(['2024-Q2', '2024']);
    expect(ancestorsOf(time, '2024')).to.deep.equal([]);
    expect(ancestorsOf(time, 'unknown')).to.deep.equal([]);
  });
});
