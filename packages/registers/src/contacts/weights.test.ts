import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indexOfCode } from '../code-lists.ts';
import { drawAlias } from '../random/alias.ts';
import { makeStream, startStream } from '../random/stream.ts';
import { BANDS } from '../rates/case-mix.ts';
import { aliasesByBand, aliasOfCodes } from './weights.ts';

const draw = (alias: Parameters<typeof drawAlias>[0], times: number): Map<number, number> => {
  const stream = makeStream();
  startStream(stream, 1, 1);
  const found = new Map<number, number>();
  for (let at = 0; at < times; at++) {
    const index = drawAlias(alias, stream);
    found.set(index, (found.get(index) ?? 0) + 1);
  }
  return found;
};

describe('weights by code', () => {
  it('are drawn in proportion, and what is not mentioned never', () => {
    const found = draw(aliasOfCodes('referral', { sygehus: 3, 'almen-praksis': 1 }), 8000);
    assert.deepEqual(
      [...found.keys()].sort(),
      [indexOfCode('referral', 'sygehus'), indexOfCode('referral', 'almen-praksis')].sort(),
    );
    assert.ok(Math.abs(found.get(indexOfCode('referral', 'sygehus'))! / 8000 - 0.75) < 0.03);
  });

  it('refuse a code the list does not have', () => {
    assert.throws(() => aliasOfCodes('sex', { X: 1 }), /sex has no code X/);
  });

  it('may differ by band of age', () => {
    const aliases = aliasesByBand('sex', (code, band) => (code === 'K' ? band : BANDS.length - 1 - band));
    assert.equal(aliases.length, BANDS.length);
    assert.deepEqual([...draw(aliases[0]!, 50).keys()], [indexOfCode('sex', 'M')]);
    assert.deepEqual([...draw(aliases.at(-1)!, 50).keys()], [indexOfCode('sex', 'K')]);
  });
});
