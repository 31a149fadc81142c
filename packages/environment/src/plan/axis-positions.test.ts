import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { axisPositions } from './axis-positions.ts';

const cube = tinyCube(withGroupings);

function codes(
  id: string,
  level: string,
  options: { parents?: boolean; kept?: string[]; totals?: boolean; open?: string[] } = {},
): string[] {
  const dimension = cube.dimension(id)!;
  const entry = {
    dimension,
    depth: dimension.groupings.get(level)?.depth ?? dimension.depthOf.get(level)!,
    grouping: dimension.groupings.get(level),
    open: new Set(options.open),
    parents: options.parents ?? false,
    kept: options.kept?.map((code) => dimension.nodeOf.get(code)!),
  };
  return axisPositions(entry, options.totals ?? false).positions.map((position) => {
    const names = position.nodes.map((node) => dimension.members[node]?.code ?? 'all').join('+');
    if (position.kind === 'group') return `${position.group.code}(${names})`;
    return position.kind === 'total' ? `total(${names})` : names;
  });
}

describe('axisPositions', () => {
  it('gives the members of a level in code-list order', () => {
    assert.deepEqual(codes('place', 'town'), ['Aa', 'Bo', 'Ca', 'Do', 'Ek']);
  });

  it('puts coarser members before their children and the total last', () => {
    assert.deepEqual(codes('place', 'town', { parents: true, totals: true }), [
      'north',
      'Aa',
      'Bo',
      'south',
      'Ca',
      'Do',
      'Ek',
      'total(all)',
    ]);
  });

  it('nests parents of parents', () => {
    const first = codes('time', 'month', { parents: true }).slice(0, 7);
    assert.deepEqual(first, ['2023', '2023-Q1', '2023-01', '2023-02', '2023-03', '2023-Q2', '2023-04']);
  });

  it('keeps the descendants of a coarser member that is filtered for', () => {
    assert.deepEqual(codes('place', 'town', { kept: ['south', 'Aa'] }), ['Aa', 'Ca', 'Do', 'Ek']);
  });

  it('shows no parent of which only a part is kept, and totals what is kept', () => {
    assert.deepEqual(codes('place', 'town', { kept: ['south', 'Aa'], parents: true, totals: true }), [
      'Aa',
      'south',
      'Ca',
      'Do',
      'Ek',
      'total(south+Aa)',
    ]);
  });

  it('keeps orphans of two levels in order', () => {
    assert.deepEqual(codes('time', 'month', { kept: ['2024-02', '2024-Q3'], parents: true }), [
      '2024-02',
      '2024-Q3',
      '2024-07',
      '2024-08',
      '2024-09',
    ]);
  });

  it('has no total where all together means nothing', () => {
    assert.deepEqual(codes('time', 'year', { totals: true }), ['2023', '2024']);
  });

  it('opens a member: its children follow it, and theirs in turn', () => {
    assert.deepEqual(codes('place', 'region', { open: ['south'], totals: true }), [
      'north',
      'south',
      'Ca',
      'Do',
      'Ek',
      'total(all)',
    ]);
    assert.deepEqual(codes('time', 'year', { open: ['2023', '2023-Q4'] }), [
      '2023',
      '2023-Q1',
      '2023-Q2',
      '2023-Q3',
      '2023-Q4',
      '2023-10',
      '2023-11',
      '2023-12',
      '2024',
    ]);
  });

  it('opens nothing below what is not shown: closed again, filtered away or of another level', () => {
    const years = ['2023', '2024'];
    assert.deepEqual(codes('time', 'year', { open: ['2023-Q4'] }), years);
    assert.deepEqual(codes('place', 'region', { open: ['south'], kept: ['north'] }), ['north']);
    const quarters = codes('time', 'quarter', { parents: true });
    assert.deepEqual(codes('time', 'quarter', { parents: true, open: ['2023'] }), quarters);
  });

  it('opens members under their own parents', () => {
    const some = codes('time', 'quarter', { parents: true, open: ['2023-Q2'] }).slice(0, 7);
    assert.deepEqual(some, ['2023', '2023-Q1', '2023-Q2', '2023-04', '2023-05', '2023-06', '2023-Q3']);
  });

  it('gives the groups of a grouping in its order; a full set of children is their parent', () => {
    assert.deepEqual(codes('place', 'shore', { totals: true }), [
      'coast(Aa+Do)',
      'inland(Bo+Ca+Ek)',
      'total(all)',
    ]);
    assert.deepEqual(codes('place', 'island'), ['upper(north)', 'lower(Ca+Do)']);
    assert.deepEqual(codes('place', 'island', { kept: ['north'], totals: true }), [
      'upper(north)',
      'total(north)',
    ]);
  });

  it('opens a group to its members', () => {
    assert.deepEqual(codes('place', 'island', { open: ['upper'] }), [
      'upper(north)',
      'Aa',
      'Bo',
      'lower(Ca+Do)',
    ]);
  });

  it('knows the last place of the level itself, whatever is open', () => {
    const last = (level: string, open: string[]): unknown => {
      const dimension = cube.dimension('time')!;
      const depth = dimension.depthOf.get(level)!;
      const entry = { dimension, depth, open: new Set(open), parents: true, kept: undefined };
      return axisPositions(entry, false).last.map((node) => dimension.members[node]!.code);
    };
    assert.deepEqual(last('year', ['2024']), ['2024']);
    assert.deepEqual(last('quarter', []), ['2024-Q4']);
  });
});
