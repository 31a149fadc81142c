import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../secondary/random-stream.ts';
import { drawRelease } from '../fixtures/population.ts';
import { primaryCells } from '../primary/primary-cells.ts';
import { additiveEquations } from '../system/equations.ts';
import { inequalities } from '../system/inequalities.ts';
import { jointValues, numberCells } from '../table/joint-cells.ts';
import { relationsOf } from '../table/relations.ts';
import { certifiedPattern } from './certified-pattern.ts';
import { checkCertificates, type Claim } from './check-certificates.ts';
import { TIGHT } from './ground.ts';

const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
const everySlack = { pair: Infinity, perPart: Infinity };

function claimOf(seed: number): Claim {
  const release = drawRelease(seed, 300);
  const relations = release.hierarchies.map(relationsOf);
  const cells = numberCells(release);
  const counts = [jointValues(release, cells, 0)];
  const additive = [true, true, true, false, true];
  const covers = [true, true, true, false, true];
  const persons = [{ measure: release.measures[0]!, values: counts[0]! }];
  const sums = additiveEquations(release, relations, cells, (h) => additive[h]!);
  const primary = primaryCells(counts, cells.count, policy);
  const personsAdd = release.measures[0]!.additiveOver;
  const task = { shape: release, relations, cells, counts, primary, policy, sums, additive, personsAdd };
  const pattern = certifiedPattern({
    ...task,
    inequalities: inequalities(relations, cells, persons, covers, additive, false, TIGHT),
    random: randomStream(new Uint8Array(32).fill(seed)),
    effort: 0.1,
  });
  return {
    policy,
    possibilities: 3,
    counts,
    primary,
    sums,
    personsAdd,
    inequalities: inequalities(relations, cells, persons, covers, additive, false, everySlack),
    ...pattern,
  };
}

test('what the search finds holds', () => {
  for (const seed of [1, 2, 3, 4]) assert.deepEqual(checkCertificates(claimOf(seed)), { wrong: 0, short: 0 });
});

test('a certificate that changes a sum is wrong, and proves nothing any more', () => {
  const claim = claimOf(5);
  const broken = claim.certificates.map(({ cells, change }) => {
    const other = change.slice();
    other[0]! += 1;
    return { cells, change: other };
  });
  const { wrong, short } = checkCertificates({ ...claim, certificates: broken });
  assert.equal(wrong, broken.length);
  assert.equal(short, claim.targets.length);
});

test('a certificate through a cell that is published after all is wrong', () => {
  const claim = claimOf(6);
  const shown = claim.hidden.findIndex((status, cell) => status === 1 && claim.primary[cell] === 0);
  const hidden = claim.hidden.slice();
  hidden[shown] = 0;
  assert.ok(checkCertificates({ ...claim, hidden }).wrong > 0);
});

test('without a certificate that is needed some target is short', () => {
  const claim = claimOf(7);
  for (const [at] of claim.certificates.entries()) {
    const certificates = claim.certificates.toSpliced(at, 1);
    assert.ok(checkCertificates({ ...claim, certificates }).short > 0, 'no certificate is there in vain');
  }
});

test('more possibilities than were certified are not claimed', () => {
  const claim = claimOf(8);
  assert.ok(checkCertificates({ ...claim, possibilities: 9 }).short > 0);
});

test('what a single person can rule out does not count for him', () => {
  const claim = claimOf(9);
  // Everybody who is alone in any cell of a certificate: as if he were alone in all its cells.
  const of = claim.persons.of.slice();
  const named = claim.certificates[0]!;
  for (const cell of named.cells) of[cell] = 1_000_001;
  for (const { cells } of claim.certificates.slice(1)) for (const cell of cells) of[cell] = 1_000_001;
  const { short } = checkCertificates({ ...claim, persons: { ...claim.persons, of } });
  assert.ok(short > 0);
});

test('a person who is wrongly said to know a number leaves a target short', () => {
  const claim = claimOf(2);
  const everybody = [...claim.persons.cells.keys()];
  const targets = claim.targets.map((target) =>
    target.cells.length === 1 ? { ...target, own: everybody } : target,
  );
  const { short } = checkCertificates({ ...claim, targets });
  assert.ok(short > claim.targets.length / 2, String(short));
  const few = claim.targets.map((target) =>
    target.cells.length > 1 ? { ...target, own: 'anybody' as const } : target,
  );
  const wider = claim.targets.filter(({ cells, own }) => cells.length > 1 && own !== 'anybody').length;
  assert.ok(wider > 0);
  assert.equal(checkCertificates({ ...claim, targets: few }).short, wider);
});
