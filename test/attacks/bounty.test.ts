import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Arena, openArena } from './arena/arena.ts';
import { PLAIN_ATTACKS, protectedZerosAttack, rangeAttacks } from './attackers/all.ts';
import { type Attack, play, type Score, scoreTable } from './bounty.ts';
import { type Evidence, gather, hiddenCells } from './evidence.ts';

// Persons are planted in sparse places; attackers ask a running environment over HTTP, as anybody may, and say
// what they know of hidden cells. The truth is counted from the registers behind their backs, to keep the score.

const SEEDS = [1, 2, 3];
/** Ranges are not protected yet: what a hidden cell may be is promised by rank alone. */
const RANGES = 'awaits certificates that three whole numbers remain possible';

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

      test('5, 7, 9, 34, 36: ranges of whole numbers', { todo: RANGES }, async (t) => {
        for (const attack of rangeAttacks(arena)) {
          await t.test(attack.name, { todo: RANGES }, () => scored(attack, arena, evidence));
        }
      });
    });

    test(`6: zeros hidden like small counts, seed ${seed}`, { todo: RANGES }, async () => {
      const arena = await openArena({ seed, zeros: 'protected' });
      try {
        await scored(protectedZerosAttack, arena, await gather(arena.anonymous, arena.signedIn));
      } finally {
        await arena.close();
      }
    });
  }
});
