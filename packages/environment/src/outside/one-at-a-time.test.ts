import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../problem/refusal.ts';
import { createQueue } from './one-at-a-time.ts';

test('one task begins when the one before has ended, well or badly', async () => {
  const queue = createQueue();
  const steps: string[] = [];
  const task =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve));
      steps.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([queue(task('a')), queue(task('b', true)), queue(task('c'))]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('who comes when too many wait is told to come again, and may', async () => {
  const queue = createQueue(1);
  let open = (): void => undefined;
  const held = queue(() => new Promise<void>((resolve) => (open = resolve)));
  const waiting = queue(async () => 'second');
  await assert.rejects(
    queue(async () => 'third'),
    (error) => error instanceof Refusal && error.code === 'ERR_BUSY',
  );
  open();
  assert.deepEqual(await Promise.all([held, waiting]), [undefined, 'second']);
  assert.equal(await queue(async () => 'again'), 'again');
});
