import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tinyCube } from '../testing/tiny-cube.ts';
import { axisPositions } from './axis-positions.ts';

const cube = tinyCube();

function codes(
  id: string,
  level: string,
  options: { parents?: boolean; kept?: string[]; totals?: boolean } = {},
): string[] {
  const dimension = cube.dimension(id)!;
  const entry = {
    dimension,
    depth: dimension.depthOf.get(level)!,
    parents: options.parents ?? false,
    kept: options.kept?.map((code) => dimension.nodeOf.get(code)!),
  };
  return axisPositions(entry, options.totals ?? false).positions.map(({ kind, nodes }) => {
    const names = nodes.map((node) => dimension.members[node]?.code ?? 'all');
    return kind === 'total' ? `total(${names.join('+')})` : names.join('+');
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
});
