import assert from 'node:assert/strict';
import { it } from 'node:test';
import { tinyAnswer } from '../testing/tiny-answer.ts';
import { attachment } from './file-name.ts';

it('names a file after its cube, release and day, in letters, digits and hyphens alone', async () => {
  const { meta } = await tinyAnswer({ measures: ['persons'] });
  const of = (changes: object): string => attachment({ ...meta, ...changes }, '.xlsx');
  assert.equal(
    of({ cube: 'sundhedsdata-paa-tvaers', release: '3f9a6c1e77aa0011' }),
    'attachment; filename="sundhedsdata-paa-tvaers_3f9a6c1e_2026-01-02.xlsx"',
  );
  assert.equal(of({ release: '"; a\r\nb' }), 'attachment; filename="tiny_---a--b_2026-01-02.xlsx"');
});
