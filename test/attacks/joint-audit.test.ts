import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryEngine, readCubes, tabulateFamily } from '@datakube/environment';
import { auditRelease, protect } from '@datakube/disclosure';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';

test('everything the sandbox declares, both cubes as one, passes the audit from the outside', async () => {
  const [cube] = readCubes(cubeDefinitions, codeLists, registerSchema);
  const family = cube!.family();
  assert.equal(family.length, cubeDefinitions.length);
  const engine = createMemoryEngine(collectRegisters({ citizens: 1500, seed: 3 }).tables);
  const release = await tabulateFamily(engine, family);
  const { policy } = cube!.definition;
  assert.ok(policy.method === 'suppress');
  const { tables, report } = protect(release, {
    policy,
    seed: new Uint8Array(32).fill(1),
    gate: 'exact',
  });
  const { hidden, ...found } = auditRelease(release, tables, policy.threshold);
  assert.deepEqual(found, { determined: 0, givenAway: 0, tooSmall: 0, differences: 0 });
  assert.equal(hidden, report.primary + report.secondary);
  assert.ok(report.primary > 10_000);
});
