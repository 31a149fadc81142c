import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Arena, openArena, type Spoil } from './arena/arena.ts';
import { PLAIN_ATTACKS, rangeAttacks } from './attackers/all.ts';
import { type Attack, play } from './bounty.ts';
import { gather, hiddenCells } from './evidence.ts';
import * as answers from './faults/spoilt-answers.ts';
import * as tables from './faults/spoilt-tables.ts';
import * as unions from './faults/spoilt-unions.ts';
import type { Ask, Knowledge } from './knowledge.ts';
import { relations } from './relations.ts';

// A suite that finds nothing says something only if it finds what is there. Faults are planted around the
// product, never in it: between the release and its store, or between the environment and the attacker.

const SEED = 1;

const inAnswers = { ...answers, ...unions };

/** Faults between the environment and the attacker, and a family of which an attack must see each. */
const IN_ANSWERS: readonly (readonly [name: keyof typeof inAnswers, family: number])[] = [
  ['unknownMark', 8],
  ['countFilters', 10],
  ['shareOfHidden', 22],
  ['sortByTruth', 26],
  ['dropSmallRows', 30],
  ['tagOfTruth', 32],
  ['countedMembers', 33],
  ['talkativeRefusal', 40],
  ['indexOfHiddenBase', 46],
  ['shareOfHiddenWhole', 46],
  ['othersOfHidden', 47],
  ['groupOfHidden', 48],
];

/** Other faults of the same families, where there is time. */
const MORE: typeof IN_ANSWERS = process.env['DATAKUBE_THOROUGH']
  ? [
      ['changeFromHidden', 46],
      ['greatestByTruth', 47],
    ]
  : [];

const attacksOf = (family: number): Attack[] =>
  PLAIN_ATTACKS.filter(({ families }) => families.includes(family));

/** Does one of the attacks recover a hidden cell, of a planted person or another? Without a fault none falls: see bounty. */
async function isSeen(
  attacks: readonly Attack[],
  arena: Arena,
  through: (ask: Ask) => Ask = (ask) => ask,
): Promise<boolean> {
  const evidence = await gather(through(arena.anonymous), through(arena.signedIn));
  for (const attack of attacks) {
    const { recovered, besides } = await play(attack, arena, evidence);
    if (recovered + besides > 0) return true;
  }
  return false;
}

describe('planted faults', () => {
  let arena: Arena;
  let knowledge: Knowledge;
  before(async () => {
    arena = await openArena({ seed: SEED });
    knowledge = (await gather(arena.anonymous, arena.signedIn)).all;
  });
  after(() => arena.close());

  for (const [name, family] of [...IN_ANSWERS, ...MORE]) {
    test(`${name} is seen by family ${family}`, async () => {
      assert.ok(await isSeen(attacksOf(family), arena, inAnswers[name](arena)));
    });
  }

  test('one secondary cell published is seen by subtraction', async () => {
    const cell = beside(arena, knowledge);
    await assertSeen(tables.publishOne(cell), () => [attacksOf(1)]);
  });

  test('small counts hidden and nothing beside them is seen by subtraction and by elimination', async () => {
    await assertSeen(tables.hideSmallAlone, () => [attacksOf(1), attacksOf(4)]);
  });

  test('a status of their own for small counts is seen in every format, and then by the rule', async () => {
    await assertSeen(tables.showPrimary, (open) => [
      ...attacksOf(8).map((attack) => [attack]),
      rangeAttacks(open).filter(({ families }) => families.includes(7)),
    ]);
  });

  test('visits shown beside hidden persons are seen', async () => {
    await assertSeen(tables.forgetVisits, (open) => [
      attacksOf(24),
      rangeAttacks(open).filter(({ families }) => families.includes(36)),
    ]);
  });

  test('how many of the single secondary cells would be missed, were they published', (t) => {
    const { caught, tried } = chances(arena, knowledge);
    t.diagnostic(`${caught} of ${tried} give a hidden cell away by subtraction alone`);
    assert.ok(caught > 0);
  });
});

/** Serves a spoilt release. Of each group of attacks one must recover a hidden cell. */
async function assertSeen(
  spoil: Spoil,
  groups: (arena: Arena) => readonly (readonly Attack[])[],
): Promise<void> {
  const arena = await openArena({ seed: SEED, spoil });
  try {
    for (const attacks of groups(arena)) {
      assert.ok(await isSeen(attacks, arena), attacks.map(({ name }) => name).join());
    }
  } finally {
    await arena.close();
  }
}

/** A secondary cell that stands alone beside a target in some sum. */
function beside({ targets, truth }: Arena, knowledge: Knowledge): string {
  const cells = knowledge.measures.get('persons')!;
  for (const { whole, parts } of relations(knowledge, 'persons')) {
    const hidden = [whole, ...parts].filter((cell) => cells.get(cell) === null);
    const [other] = hidden.filter((cell) => !targets.has(cell));
    if (hidden.length === 2 && other !== undefined && truth(other, 'persons') > 4) {
      if (hidden.some((cell) => targets.has(cell))) return other;
    }
  }
  throw new Error('No target has a single secondary cell beside it');
}

function chances({ truth }: Arena, knowledge: Knowledge): { caught: number; tried: number } {
  const cells = knowledge.measures.get('persons')!;
  const pairs = relations(knowledge, 'persons').map(({ whole, parts }) =>
    [whole, ...parts].filter((cell) => cells.get(cell) === null),
  );
  const secondary = hiddenCells(knowledge, 'persons').filter((cell) => truth(cell, 'persons') > 4);
  const caught = secondary.filter((cell) => pairs.some((pair) => pair.length === 2 && pair.includes(cell)));
  return { caught: caught.length, tried: secondary.length };
}
