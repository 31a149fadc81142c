import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { DatakubeError } from './errors.ts';
import { createTokenSource, type TokenReason } from './token.ts';

const never = new AbortController().signal;

describe('createTokenSource', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: 1_000_000 }));
  afterEach(() => mock.timers.reset());

  function counting(answer: (call: number) => string | { token: string; expiresAt: number } | null) {
    const reasons: TokenReason[] = [];
    const source = createTokenSource(async (reason) => {
      reasons.push(reason);
      return answer(reasons.length);
    });
    return { reasons, source };
  }

  it('asks once for a hundred who wait', async () => {
    const { reasons, source } = counting((call) => `t${call}`);
    const tokens = await Promise.all(Array.from({ length: 100 }, () => source.get(never)));
    assert.deepEqual(new Set(tokens), new Set(['t1']));
    assert.deepEqual(reasons, ['first']);
  });

  it('asks again, once, when four fifths of its life are over', async () => {
    const { reasons, source } = counting((call) => ({ token: `t${call}`, expiresAt: Date.now() + 100_000 }));
    assert.equal(await source.get(never), 't1');
    mock.timers.tick(79_999);
    assert.equal(await source.get(never), 't1');
    mock.timers.tick(1);
    assert.deepEqual(await Promise.all([source.get(never), source.get(never)]), ['t2', 't2']);
    assert.deepEqual(reasons, ['first', 'expiring']);
  });

  it('goes on with a token that still lives when the next cannot be had', async () => {
    const { source } = counting((call) => {
      if (call === 2) throw new Error('no network');
      return { token: `t${call}`, expiresAt: Date.now() + 100_000 };
    });
    await source.get(never);
    mock.timers.tick(90_000);
    assert.equal(await source.get(never), 't1');
    assert.equal(await source.get(never), 't3');
  });

  it('asks once for all whose token was refused', async () => {
    const { reasons, source } = counting((call) => `t${call}`);
    const token = await source.get(never);
    for (let caller = 0; caller < 100; caller++) source.reject(token);
    await Promise.all(Array.from({ length: 100 }, () => source.get(never)));
    source.reject(token);
    assert.equal(await source.get(never), 't2');
    assert.deepEqual(reasons, ['first', 'rejected']);
  });

  it('turns a callback that fails into an error that says so', async () => {
    const { source } = counting(() => {
      throw new Error('closed');
    });
    await assert.rejects(
      source.get(never),
      (error: unknown) => error instanceof DatakubeError && error.code === 'ERR_UNAUTHENTICATED',
    );
  });

  it('does not keep a token that comes after signing out', async () => {
    let answer: (token: string) => void = () => {};
    const calls: TokenReason[] = [];
    const source = createTokenSource((reason) => {
      calls.push(reason);
      return new Promise((resolve) => (answer = resolve));
    });
    const late = source.get(never);
    source.forget();
    answer('of the old user');
    await late;
    const next = source.get(never);
    answer('of the new user');
    assert.equal(await next, 'of the new user');
    assert.deepEqual(calls, ['first', 'first']);
  });

  it('does not ask for every request when a clock is wrong', async () => {
    const { reasons, source } = counting((call) => ({ token: `t${call}`, expiresAt: Date.now() - 5_000 }));
    await source.get(never);
    await source.get(never);
    assert.deepEqual(reasons, ['first']);
  });

  it('lets one who waits leave without ending it for the others', async () => {
    const { source } = counting(() => 't1');
    const leaving = new AbortController();
    const left = source.get(leaving.signal);
    const stays = source.get(never);
    leaving.abort();
    await assert.rejects(left, { name: 'AbortError' });
    assert.equal(await stays, 't1');
  });
});
