import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { DERIVATIONS, Format } from '@datakube/contract';
import { protect, ProtectionError, type ProtectedTable, type RawRelease } from '@datakube/disclosure';
import { createApp } from './app.ts';
import { createMemoryAuditLog } from './audit/memory-audit-log.ts';
import { createMemoryEngine } from './engines/memory/memory-engine.ts';
import { NO_SIGN_IN } from './identity/identity.ts';
import { createMemoryStore } from './release/memory-store.ts';
import { shapeOf } from './release/cuboid-shape.ts';
import { tabulateCuboids } from './release/tabulate-cuboids.ts';
import { moved } from './testing/moved.ts';
import { generator } from './testing/random-numbers.ts';
import { tinyCube } from './testing/tiny-cube.ts';
import { withGroupings } from './testing/tiny-groupings.ts';
import { tinyRegisters } from './testing/tiny-registers.ts';

/**
 * Two releases that differ in hidden cells alone, with the same pattern, must be told apart by nothing that
 * leaves. Pairs are made by moving one person, some visits or some days around hidden cells so that all sums
 * still hold. Which secondary cells are hidden may depend on the numbers, so the pattern of the first stands for
 * the second; where that is not safe for the second, the pair is skipped.
 */
const PAIRS = process.env['DATAKUBE_THOROUGH'] ? 2000 : 250;
/** Small releases, that many pairs may be made of them: with few persons nearly everything is hidden somewhere. */
const POPULATIONS = [40, 60, 80, 100, 120, 140, 160, 180];
const TRIES = 40_000;
/** Formats that are made for every pair, and those that take longer, for one pair in so many. */
const OFTEN: readonly Format[] = ['json', 'arrow', 'csv'];
const SELDOM = Format.options.filter((format) => !OFTEN.includes(format));
const ONE_IN = 50;
const clock = (): Date => new Date('2026-01-01T00:00:00Z');
const seed = new Uint8Array(32).fill(3);
const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
const cube = tinyCube((definition) => ({
  ...withGroupings(definition),
  release: {
    cuboids: [
      ['place.region', 'age.broad', 'sex.sex', 'time.year'],
      ['place.town', 'disease.disease', 'time.year'],
      ['sex.sex', 'sector.branch', 'time.quarter'],
    ].map((parts) => ({
      dimensions: parts.map((part) => ({ dimension: part.split('.')[0]!, level: part.split('.')[1]! })),
    })),
  },
}));

interface Base {
  readonly raw: RawRelease;
  readonly pattern: readonly ProtectedTable[];
  readonly left: readonly string[];
  readonly files: readonly string[];
}

type Protection = ReturnType<typeof protect>;

describe('two releases that differ in hidden cells alone', () => {
  const bases: Base[] = [];
  before(async () => {
    // The same digests without a thread for each: there are fifty to a pair.
    globalThis.crypto.subtle.digest = async (algorithm, bytes) => {
      assert.equal(algorithm, 'SHA-256');
      return Uint8Array.from(
        createHash('sha256')
          .update(bytes as Uint8Array)
          .digest(),
      ).buffer;
    };
    for (const [index, persons] of POPULATIONS.entries()) {
      const raw = await tabulateCuboids(createMemoryEngine(tinyRegisters(persons, 5 + index)), cube);
      const protection = protect(raw, { policy, seed, gate: 'exact' });
      bases.push({
        raw,
        pattern: protection.tables,
        left: await everythingThatLeaves(protection),
        files: await everythingThatLeaves(protection, SELDOM),
      });
    }
  });

  it('cannot be told apart by a byte of what leaves', async (t) => {
    const random = generator(1);
    const found = { persons: 0, visits: 0, days: 0 };
    let skipped = 0;
    let pairs = 0;
    for (let tried = 0; tried < TRIES && pairs < PAIRS; tried++) {
      const { raw, pattern, left, files } = bases[tried % bases.length]!;
      const measure = (['persons', 'visits', 'days'] as const)[tried % 3]!;
      const changed = moved(raw, pattern, measure, random);
      if (!changed) continue;
      const other = protectLike(changed, pattern);
      if (!other) {
        skipped++;
        continue;
      }
      found[measure]++;
      pairs++;
      const theirs = await everythingThatLeaves(other);
      if (theirs.some((text, at) => text !== left[at])) assert.deepEqual(theirs, left);
      if (pairs % ONE_IN === 1)
        assert.ok(isSame(await everythingThatLeaves(other, SELDOM), files), 'the files');
    }
    t.diagnostic(`${pairs} pairs: ${JSON.stringify(found)}, ${skipped} skipped`);
    assert.equal(pairs, PAIRS);
    assert.ok(Math.min(...Object.values(found)) >= PAIRS / 20, JSON.stringify(found));
  });

  it('are told apart as soon as a number differs that is shown', async () => {
    const { raw, pattern, left, files } = bases.at(-1)!;
    // Twice as many days everywhere: the pattern, which is made from persons, stays.
    const twice = raw.cuboids.map((cuboid) => ({
      ...cuboid,
      values: cuboid.values.with(
        2,
        cuboid.values[2]!.map((days) => 2 * days),
      ),
    }));
    const other = protectLike({ ...raw, cuboids: twice }, pattern);
    assert.ok(other);
    assert.notDeepEqual(await everythingThatLeaves(other), left);
    assert.ok(!isSame(await everythingThatLeaves(other, SELDOM), files));
  });
});

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** Protects with a pattern that stands. Undefined where it is not safe for these numbers. */
function protectLike(release: RawRelease, pattern: readonly ProtectedTable[]): Protection | undefined {
  const standing = (cuboid: number, cell: number): 'suppressed' | 'published' =>
    pattern[cuboid]!.status(0, cell) === 'suppressed' ? 'suppressed' : 'published';
  try {
    const other = protect(release, { policy, seed, standing, gate: 'exact' });
    return statuses(other.tables) === statuses(pattern) ? other : undefined;
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

function statuses(tables: readonly ProtectedTable[]): string {
  return tables.map((table) => table.columns(0).status.join('')).join('|');
}

/** As many derived measures as a query can have beside the cube's own. */
const DERIVED = [
  ...DERIVATIONS.map((derivation) => `persons.${derivation}`),
  'visits.row-share',
  'visits.change',
  'days.index',
  'share.change',
  'share.growth',
  'share.index',
];

/** One app for all releases: the store and the log behind it change. */
let releases = createMemoryStore();
let audit = createMemoryAuditLog();
const app = createApp({
  cubes: [cube],
  releases: {
    current: (id) => releases.current(id),
    history: (id) => releases.history(id),
    cuboid: (manifest, position) => releases.cuboid(manifest, position),
    publish: (manifest, tables) => releases.publish(manifest, tables),
  },
  audit: { append: (entry) => audit.append(entry) },
  identity: NO_SIGN_IN,
  profile: 'sandbox',
  clock,
});

/** Bodies and headers of every answer that shows all of a cuboid, in every format, and of all other routes; and the log. */
async function everythingThatLeaves(
  { tables, report }: Protection,
  formats: readonly Format[] = OFTEN,
): Promise<string[]> {
  const { id, release, measures } = cube.definition;
  releases = createMemoryStore();
  audit = createMemoryAuditLog();
  const cuboids = release.cuboids.map((cuboid) => ({ ...cuboid, cells: shapeOf(cube, cuboid).cells }));
  const published = clock().toISOString();
  await releases.publish({ cube: id, published, synthetic: true, cuboids, report }, tables);
  const sent: string[] = [];
  const keep = async (path: string, body?: unknown): Promise<void> => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Request-Id': '00000000-0000-4000-8000-000000000000',
    };
    const answer = await app.request(path, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    assert.equal(answer.status, 200, path);
    sent.push(
      JSON.stringify([...answer.headers]),
      Buffer.from(await answer.arrayBuffer()).toString('latin1'),
    );
  };
  for (const path of ['', '/tiny', '/tiny/dimensions/place/members']) await keep(`/v1/cubes${path}`);
  for (const { dimensions } of release.cuboids) {
    const [first, ...rest] = dimensions.map((part) => ({ ...part, parents: true }));
    for (const format of formats) {
      await keep(`/v1/cubes/tiny/query?format=${format}`, {
        measures: [...measures.map((measure) => measure.id), ...DERIVED],
        rows: rest,
        columns: [first],
        totals: true,
      });
    }
  }
  for (const [index, { dimensions }] of release.cuboids.entries()) {
    const counted = measures.map((measure) => measure.id);
    // In each cuboid by another measure, and of every dimension; the rest taken together.
    const top = { count: 1, by: counted[index]!, others: true };
    const [first, ...rest] = dimensions.map((part) => (part.dimension === 'time' ? part : { ...part, top }));
    await keep('/v1/cubes/tiny/query', { measures: counted, rows: rest, columns: [first], totals: true });
  }
  await keep('/v1/cubes/tiny/query', {
    measures: ['persons', 'visits', 'days'],
    rows: [{ dimension: 'place', level: 'shore', open: ['coast'] }],
    columns: [{ dimension: 'disease', level: 'disease' }],
    filters: [{ dimension: 'time', level: 'year', latest: 1 }],
  });
  return [...sent, ...audit.lines];
}
