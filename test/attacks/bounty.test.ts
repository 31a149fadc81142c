import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Arena, openArena } from './arena/arena.ts';
import { PLAIN_ATTACKS, protectedZerosAttack, rangeAttacks } from './attackers/all.ts';
import { type Attack, play, type Score, scoreTable } from './bounty.ts';
import { type Evidence, gather, hiddenCells } from './evidence.ts';

// Persons are planted in sparse places; attackers ask a running environment over HTTP, as anybody may, and say
// what they know of hidden cells. The truth is counted from the registers behind their backs, to keep the score.

const SEEDS = process.env['DATAKUBE_THOROUGH'] ? [1, 2, 3] : [1];
/**
 * What is not promised, by name of the attack: certificates keep persons and events open, not sums of days;
 * and a person who is alone in several cells that no sum links knows more than the gate assumes.
 */
const NOT_PROMISED = new Map([
  ['visits and days: whole and at least 1', 'sums are safe from calculation, not from narrow ranges'],
  ['somebody who is alone in a hidden cell', 'cells of one person that no sum links are not known to be his'],
]);

describe('bounty', () => {
  const scores: Score[] = [];
  after(() => console.log(`\n${scoreTable(scores)}\n`));

  const scored = async (attack: Attack, arena: Arena, evidence: Evidence): Promise<void> => {
    const score = await play(attack, arena, evidence);
    scores.push(score);
    assert.deepEqual([score.recovered, score.besides], [0, 0], scoreTable([score]));
  };

  for (const seed of SEEDS) {
    describe(`planted persons, seed ${seed}`, () => {
      let arena: Arena;
      let evidence: Evidence;
      before(async () => {
        arena = await openArena({ seed });
        evidence = await gather(arena.anonymous, arena.signedIn);
      });
      after(() => arena.close());

      test('there is something to win', () => {
        assert.ok(arena.targets.size >= 10, `${arena.targets.size} targets`);
        const hidden = new Set(hiddenCells(evidence.all, 'persons'));
        for (const target of arena.targets) assert.ok(hidden.has(target), target);
        assert.ok(hidden.size < 0.7 * evidence.all.measures.get('persons')!.size);
      });

      for (const attack of PLAIN_ATTACKS) {
        test(`${attack.families.join(', ')}: ${attack.name}`, () => scored(attack, arena, evidence));
      }

      test('5, 7, 9, 34, 36: ranges of whole numbers', async (t) => {
        for (const attack of rangeAttacks(arena)) {
          const reason = NOT_PROMISED.get(attack.name);
          await t.test(attack.name, { ...(reason ? { todo: reason } : {}) }, () =>
            scored(attack, arena, evidence),
          );
        }
      });
    });
  }

  test('6: zeros hidden like small counts', async () => {
    const arena = await openArena({ seed: 1, zeros: 'protected' });
    try {
      await scored(protectedZerosAttack, arena, await gather(arena.anonymous, arena.signedIn));
    } finally {
      await arena.close();
    }
  });
});
