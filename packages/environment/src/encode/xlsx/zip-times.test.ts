import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { tinyAnswer } from '../../testing/tiny-answer.ts';
import { encodeXlsx } from './xlsx.ts';
import { setZipTimes } from './zip-times.ts';

it('makes the same bytes of the same answer, whenever', async () => {
  const answer = await tinyAnswer();
  const first = await encodeXlsx(answer);
  mock.timers.enable({ apis: ['Date'], now: new Date('2031-07-01') });
  try {
    assert.ok(Buffer.from(first).equals(await encodeXlsx(answer)));
  } finally {
    mock.timers.reset();
  }
  const later = await encodeXlsx({
    ...answer,
    meta: { ...answer.meta, exported: '2026-01-03T12:00:00.000Z' },
  });
  assert.ok(!Buffer.from(first).equals(later));
});

it('refuses what is no archive', () => {
  assert.throws(() => setZipTimes(new Uint8Array(10), new Date()));
  assert.throws(() => setZipTimes(new Uint8Array(100), new Date()));
});
