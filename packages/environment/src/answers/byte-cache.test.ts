import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createByteCache } from './byte-cache.ts';

describe('what is kept', () => {
  it('keeps what was used last within its limit', async () => {
    const loads: string[] = [];
    const cache = createByteCache<string>(10, (thing) => thing.length);
    const get = (key: string): Promise<string> =>
      cache.get(key, async () => {
        loads.push(key);
        return key.repeat(4);
      });
    await get('a');
    await get('b');
    await get('a');
    await get('c');
    await get('a');
    await get('b');
    assert.deepEqual(loads, ['a', 'b', 'c', 'b']);
  });

  it('loads once for several who ask at a time, and again after a failure', async () => {
    let loads = 0;
    const cache = createByteCache<number>(10, () => 1);
    const load = async (): Promise<number> => {
      loads++;
      if (loads === 1) throw new Error('disk');
      return loads;
    };
    const results = await Promise.allSettled([cache.get('x', load), cache.get('x', load)]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['rejected', 'rejected'],
    );
    assert.equal(loads, 1);
    assert.deepEqual(await Promise.all([cache.get('x', load), cache.get('x', load)]), [2, 2]);
  });

  it('keeps a thing that is larger than the limit until the next', async () => {
    let loads = 0;
    const cache = createByteCache<number>(1, () => 5);
    const get = (key: string): Promise<number> => cache.get(key, async () => ++loads);
    await get('a');
    await get('a');
    assert.equal(loads, 1);
    await get('b');
    await get('a');
    assert.equal(loads, 3);
  });

  it('counts what is kept twice under one name once', () => {
    const cache = createByteCache<string>(10, (thing) => thing.length);
    cache.keep('a', 'aaaa');
    cache.keep('b', 'bbbb');
    cache.keep('b', 'BBBB');
    assert.deepEqual([cache.find('a'), cache.find('b'), cache.find('c')], ['aaaa', 'BBBB', undefined]);
  });
});
