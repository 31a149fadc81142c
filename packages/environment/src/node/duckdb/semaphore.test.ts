import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSemaphore } from './semaphore.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a semaphore', () => {
  it('runs so many at a time, in the order in which they came', async () => {
    const semaphore = createSemaphore(2);
    const log: string[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) =>
        semaphore.run(async () => {
          log.push(name);
          most = Math.max(most, ++running);
          await turn();
          running--;
        }),
      ),
    );
    assert.deepEqual(log, ['a', 'b', 'c', 'd', 'e']);
    assert.equal(most, 2);
  });

  it('gives the place back after a failure', async () => {
    const semaphore = createSemaphore(1);
    await assert.rejects(
      semaphore.run(() => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(await semaphore.run(async () => 'next'), 'next');
  });

  it('lets a waiting task give up, and does not lose its place to it', async () => {
    const semaphore = createSemaphore(1);
    let release: () => void = () => undefined;
    const first = semaphore.run(() => new Promise<void>((resolve) => (release = resolve)));
    const controller = new AbortController();
    let ran = false;
    const second = semaphore.run(async () => (ran = true), controller.signal);
    const third = semaphore.run(async () => 'third');
    controller.abort(new Error('enough'));
    await assert.rejects(second, /enough/);
    release();
    await first;
    assert.equal(await third, 'third');
    assert.equal(ran, false);
    await assert.rejects(
      semaphore.run(async () => (ran = true), AbortSignal.abort(new Error('late'))),
      /late/,
    );
    assert.equal(ran, false);
    assert.equal(await semaphore.run(async () => 'after'), 'after');
  });
});
