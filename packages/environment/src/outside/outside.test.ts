import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer, Cube, Problem, type Query, type Status, Policy, type Way } from '@datakube/contract';
import type { AuditEntry } from '../audit/audit-log.ts';
import { createMemoryAuditLog } from '../audit/memory-audit-log.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { tinyApp } from '../testing/tiny-app.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import { createOutsideRelease } from './create-outside-release.ts';
import { createMaker } from './make-cuboid.ts';
import { createMemoryOutsideStore } from './outside-store.ts';

const cube = tinyCube((definition) => ({
  ...definition,
  policy: Policy.parse({
    ...definition.policy,
    noise: { most: 8, variance: 6 },
    outsideRelease: { municipality: ['extend', 'perturb'], region: ['extend'], research: ['perturb'] },
  }),
}));
const { registers, releases } = await tinyRelease(600, cube);
const seed = new Uint8Array(32).fill(7);
let made = 0;
const maker = createMaker({ engine: createMemoryEngine(registers), releases, seed, noiseSecret: seed });
const outside = createOutsideRelease({
  releases,
  store: createMemoryOutsideStore(),
  make: (...task) => {
    made++;
    return maker(...task);
  },
});
const audit = createMemoryAuditLog();
const app = tinyApp({ cubes: [cube], releases, outside, audit });

const at = (dimension: string, level: string) => ({ dimension, level });
/** One dimension over which persons add up: can be exact. */
const towns: Query = {
  measures: ['persons', 'visits', 'share'],
  rows: [at('place', 'town')],
  columns: [at('sector', 'sector')],
  totals: true,
};
/** Three of them: cannot. */
const fine: Query = { ...towns, rows: [at('place', 'town'), at('age', 'narrow'), at('sex', 'sex')] };

async function tokenOf(user: string): Promise<string> {
  const answer = await app.request('/sandbox/sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}

async function ask(query: Query, user?: string, format = 'json'): Promise<Response> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (user) headers['Authorization'] = `Bearer ${await tokenOf(user)}`;
  return app.request(`/v1/cubes/tiny/query?format=${format}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(query),
  });
}

async function answerTo(query: Query, user: string): Promise<CellSetAnswer> {
  const answer = await ask(query, user);
  assert.equal(answer.status, 200);
  return CellSetAnswer.parse(await answer.json());
}

const statuses = ({ cells }: CellSetAnswer, measure = 'persons'): Set<Status> =>
  new Set(cells[measure]!.status);

describe('a combination outside the release', () => {
  it('is refused to the public, with ways out that it can go', async () => {
    for (const query of [towns, fine]) {
      const refused = await ask(query);
      assert.equal(refused.status, 422);
      const problem = Problem.parse(await refused.json());
      assert.equal(problem.code, 'ERR_NOT_RELEASABLE');
      assert.ok(problem.waysOut!.length > 0);
      for (const way of problem.waysOut!) assert.equal((await ask(way.query as Query)).status, 200);
    }
    assert.equal(made, 0);
  });

  it('is exact where it can be, and says so', async () => {
    const answer = await answerTo(towns, 'kommunal-analytiker');
    assert.deepEqual(statuses(answer), new Set(['published', 'suppressed']));
    assert.equal(answer.notes[0]!.code, 'outside-extended');
    assert.equal(answer.disclosure.way, 'extend');
    assert.equal(answer.disclosure.policy.method, 'suppress');
    assert.equal(answer.release, (await releases.current('tiny'))!.id);
  });

  it('has noise in every cell where it cannot, hides what the release hides, and says so', async () => {
    const answer = await answerTo(fine, 'kommunal-analytiker');
    assert.deepEqual(statuses(answer), new Set(['perturbed', 'suppressed']));
    assert.deepEqual(statuses(answer, 'visits'), statuses(answer));
    assert.ok(statuses(answer, 'share').has('perturbed'));
    assert.equal(answer.notes[0]!.code, 'outside-perturbed');
    assert.match(answer.notes[0]!.text.en, /up to 8/);
    const { way, policy, gates } = answer.disclosure;
    assert.deepEqual([way, policy.method, policy.noise?.most], ['perturb', 'perturb', 8]);
    assert.deepEqual(gates, ['noise in every number']);
    for (const count of answer.cells['persons']!.value)
      assert.ok(count === null || count === 0 || count >= 5);
    const csv = await (await ask(fine, 'kommunal-analytiker', 'csv')).text();
    const lines = csv.trim().split('\r\n').slice(1);
    assert.ok(lines.every((line) => /(perturbed|suppressed)/.test(line)));
  });

  it('goes the ways of the role, and no others', async () => {
    assert.equal((await ask(fine, 'regional-analytiker')).status, 422);
    assert.deepEqual(
      statuses(await answerTo(towns, 'regional-analytiker')),
      new Set(['published', 'suppressed']),
    );
    assert.ok(statuses(await answerTo(towns, 'forsker')).has('perturbed'));
    assert.equal((await ask(towns, 'praktiserende-laege')).status, 422);
  });

  it('is told beforehand, to each user what they have', async () => {
    const ways = async (user?: string): Promise<readonly Way[]> => {
      const headers = user ? { Authorization: `Bearer ${await tokenOf(user)}` } : {};
      const answer = await app.request('/v1/cubes/tiny', { headers });
      return Cube.parse(await answer.json()).outside.ways;
    };
    assert.deepEqual(await ways(), []);
    assert.deepEqual(await ways('kommunal-analytiker'), ['extend', 'perturb']);
    assert.deepEqual(await ways('regional-analytiker'), ['extend']);
    assert.deepEqual(await ways('praktiserende-laege'), []);
  });

  it('is made once for all who ask, at a time and later, and gives them the same bytes', async () => {
    const query: Query = { ...towns, rows: [at('place', 'region'), at('disease', 'disease')] };
    const before = made;
    const asked = ['kommunal-analytiker', 'regional-analytiker', 'kommunal-analytiker'];
    const bodies = await Promise.all(asked.map(async (user) => (await ask(query, user)).text()));
    assert.equal(new Set(bodies).size, 1);
    assert.equal(await (await ask(query, 'regional-analytiker')).text(), bodies[0]);
    assert.equal(made, before + 1);
  });

  it('is in the audit log like any other', async () => {
    const entries: AuditEntry[] = [];
    const logged = tinyApp({
      cubes: [cube],
      releases,
      outside,
      audit: { append: async (entry) => void entries.push(entry) },
    });
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await tokenOf('regional-analytiker')}`,
    };
    for (const query of [towns, fine]) {
      await logged.request('/v1/cubes/tiny/query', { method: 'POST', headers, body: JSON.stringify(query) });
    }
    assert.deepEqual(
      entries.map(({ outcome }) => outcome),
      ['answered', 'ERR_NOT_RELEASABLE'],
    );
  });

  it('is refused to everybody where nothing is there to answer it', async () => {
    const alone = tinyApp({ cubes: [cube], releases });
    const token = await tokenOf('kommunal-analytiker');
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const answer = await alone.request('/v1/cubes/tiny/query', {
      method: 'POST',
      headers,
      body: JSON.stringify(towns),
    });
    assert.equal(answer.status, 422);
    const described = await alone.request('/v1/cubes/tiny', {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.deepEqual(Cube.parse(await described.json()).outside.ways, []);
  });
});
