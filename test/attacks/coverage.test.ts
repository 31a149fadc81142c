import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { PLAIN_ATTACKS, protectedZerosAttack, rangeAttacks } from './attackers/all.ts';
import { FAMILIES } from './families.ts';

/** Families of which pages, not answers over HTTP, are attacked. */
const ON_PAGES = [27];

test('every family is named once, and those that are attacked have an attack', () => {
  assert.deepEqual(
    FAMILIES.map(({ number }) => number),
    Array.from({ length: 48 }, (_, index) => index + 1),
  );
  const nobody = { targets: new Set<string>(), truth: () => 0 };
  const run = [...PLAIN_ATTACKS, ...rangeAttacks(nobody), protectedZerosAttack];
  const attacked = new Set([...ON_PAGES, ...run.flatMap(({ families }) => families)]);
  for (const { number, standing } of FAMILIES) {
    assert.equal(
      attacked.has(number),
      standing === 'attacked' || standing === 'awaits ranges',
      `family ${number}`,
    );
  }
});

test('the table in docs/security/red-team.md is this one', async () => {
  const document = await readFile(new URL('../../docs/security/red-team.md', import.meta.url), 'utf8');
  const lines = document.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  for (const { number, name, standing, how } of FAMILIES) {
    const line = lines.find((parts) => parts[1] === String(number));
    assert.deepEqual(line?.slice(2, 5), [name, standing, how], `family ${number}`);
  }
});
