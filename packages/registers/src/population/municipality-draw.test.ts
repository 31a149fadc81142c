import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexOfCode, leavesOf } from '../code-lists.ts';
import { makeStream, startStream } from '../random/stream.ts';
import { MUNICIPALITIES } from '../rates/municipalities.ts';
import { drawDestination, drawMunicipality } from './municipality-draw.ts';

describe('municipalities', () => {
  it('have a size each', () => {
    const codes = leavesOf('residence').map((member) => member.code);
    assert.deepEqual(MUNICIPALITIES.map(([code]) => code).sort(), codes.sort());
  });

  it('are moved to, never from and to the same', () => {
    const stream = makeStream();
    startStream(stream, 1, 0);
    const copenhagen = indexOfCode('residence', '0101');
    for (let i = 0; i < 5000; i++) assert.notEqual(drawDestination(stream, copenhagen, 30), copenhagen);
  });

  it('draw the young to the cities', () => {
    const stream = makeStream();
    startStream(stream, 2, 0);
    const copenhagen = indexOfCode('residence', '0101');
    const share = (age: number): number => {
      let found = 0;
      for (let i = 0; i < 20_000; i++) found += drawMunicipality(stream, age) === copenhagen ? 1 : 0;
      return found / 20_000;
    };
    assert.ok(share(25) > 1.8 * share(75));
  });
});
