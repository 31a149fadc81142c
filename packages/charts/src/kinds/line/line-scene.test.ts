import assert from 'node:assert/strict';
import { it } from 'node:test';
import { endLabel } from './line-scene.ts';

const writing = { language: 'da', decimals: 1, unit: '' } as const;
const letters = (text: string): number => text.length;
const series = (last: 'hidden' | number) => ({
  label: 'Region Nordjylland',
  codes: ['1081'],
  values: [last === 'hidden' ? ({ kind: 'hidden' } as const) : ({ kind: 'shown', value: last } as const)],
});

it('a line is named with its latest number, which is whole however little room there is', () => {
  assert.equal(endLabel(series(60.7), writing, 30, letters), 'Region Nordjylland 60,7');
  assert.equal(endLabel(series(60.7), writing, 16, letters), 'Region Nor… 60,7');
  assert.equal(endLabel(series('hidden'), writing, 16, letters), 'Region Nordjyll…');
});
