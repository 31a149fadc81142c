import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Format, FORMATS, type Query, SignInAnswer } from '@datakube/contract';
import type { Hono } from 'hono';
import { createMemoryAuditLog } from '../audit/memory-audit-log.ts';
import type { EncodedAnswer } from '../encode/encode.ts';
import type { RouteEnvironment } from '../routes/route-environment.ts';
import { tiny, tinyApp } from '../testing/tiny-app.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import { createByteCache } from './byte-cache.ts';
import { answerName, createKeptAnswers, type KeptAnswers } from './kept-answers.ts';

type App = Hono<RouteEnvironment>;

/** Keeps nothing. */
const NOTHING: KeptAnswers = { ...createByteCache<EncodedAnswer>(0, () => 1), find: () => undefined };

const towns: Query = { measures: ['persons'], rows: [{ dimension: 'place', level: 'town' }] };
/** Questions that differ in one thing each. */
const questions: readonly Query[] = [
  towns,
  { ...towns, totals: true },
  { ...towns, measures: ['visits'] },
  { ...towns, measures: ['persons', 'visits'] },
  { ...towns, measures: ['visits', 'persons'] },
  { ...towns, rows: [{ dimension: 'place', level: 'region' }] },
  { ...towns, rows: [{ dimension: 'place', level: 'town', parents: true }] },
  { measures: ['persons'], rows: [], columns: towns.rows! },
  { ...towns, columns: [{ dimension: 'sex', level: 'sex' }] },
  { ...towns, filters: [{ dimension: 'sex', members: ['M'] }] },
  { ...towns, filters: [{ dimension: 'sex', members: ['K'] }] },
];

function ask(
  app: App,
  query: Query,
  format: Format,
  headers: Record<string, string> = {},
): Promise<Response> {
  return Promise.resolve(
    app.request(`/v1/cubes/tiny/query?format=${format}`, {
      method: 'POST',
      body: JSON.stringify(query),
      headers: { 'Content-Type': 'application/json', ...headers },
    }),
  );
}

async function everythingOf(answer: Response): Promise<object> {
  const headers = Object.fromEntries(answer.headers);
  delete headers['x-request-id'];
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()).toString('base64') };
}

describe('an answer that is kept', () => {
  it('is the one that would be made, for whatever is asked and in whatever order', async () => {
    const keeping = tinyApp();
    const making = tinyApp({ answers: NOTHING });
    const bodies = new Set<string>();
    for (let round = 0; round < 2; round++) {
      for (const query of questions) {
        for (const format of Object.keys(FORMATS) as Format[]) {
          for (const language of ['da', 'en']) {
            const headers = { 'Accept-Language': language };
            const kept = await everythingOf(await ask(keeping, query, format, headers));
            assert.deepEqual(kept, await everythingOf(await ask(making, query, format, headers)));
            bodies.add(JSON.stringify(kept));
          }
        }
      }
    }
    assert.ok(bodies.size >= questions.length, 'the questions have different answers');
  });

  it('is not made again, and is recorded again', async () => {
    const audit = createMemoryAuditLog();
    let made = 0;
    const answers = createKeptAnswers();
    const counting: KeptAnswers = {
      ...answers,
      keep: (name, answer) => {
        made++;
        answers.keep(name, answer);
      },
    };
    const app = tinyApp({ audit, answers: counting });
    for (let round = 0; round < 3; round++) assert.equal((await ask(app, towns, 'json')).status, 200);
    assert.equal(made, 1);
    assert.equal(audit.lines.length, 3);
    assert.ok(audit.lines.every((line) => line.includes('"outcome":"answered"')));
  });

  it('goes to nobody who may not have it', async () => {
    const closed = tinyCube((definition) => ({ ...definition, access: ['region'] }));
    const app = tinyApp({ cubes: [closed] });
    const signIn = await app.request('/sandbox/sign-in', {
      method: 'POST',
      body: JSON.stringify({ user: 'regional-analytiker' }),
      headers: { 'Content-Type': 'application/json' },
    });
    const { token } = SignInAnswer.parse(await signIn.json());
    assert.equal((await ask(app, towns, 'json', { Authorization: `Bearer ${token}` })).status, 200);
    assert.equal((await ask(app, towns, 'json')).status, 403);
  });

  it('is no longer given when there is another release', async () => {
    const other = await tinyRelease(900);
    const answers = createKeptAnswers();
    const before = tinyApp({ answers });
    const after = tinyApp({ answers, releases: other.releases, cubes: [other.cube] });
    const [first, second] = [await ask(before, towns, 'json'), await ask(after, towns, 'json')];
    assert.notEqual(first.headers.get('Content-Digest'), second.headers.get('Content-Digest'));
    assert.match(await second.text(), new RegExp(`"release":"${other.manifest.id}"`));
  });

  it('comes from the release, in a format that does not say when it was made', async () => {
    const { manifest, releases } = tiny;
    const table = await releases.cuboid(manifest, 0);
    const asked = { query: towns, language: 'da', manifest } as const;
    for (const way of ['released', 'extend', 'perturb'] as const) {
      for (const format of Object.keys(FORMATS) as Format[]) {
        const name = answerName({ ...asked, format, found: { table, notes: [], way } });
        assert.equal(name !== undefined, way === 'released' && (format === 'json' || format === 'arrow'));
      }
    }
  });
});
