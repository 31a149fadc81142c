import {
  type AppOptions,
  createApp,
  createMemoryAuditLog,
  createMemoryEngine,
  createMemoryStore,
  NO_SIGN_IN,
  tabulateCuboids,
} from '@datakube/environment';
import { protect, ProtectionError, type ProtectedTable, type RawRelease } from '@datakube/disclosure';
import { moved } from '../../../packages/environment/src/testing/moved.ts';
import { generator } from '../../../packages/environment/src/testing/random-numbers.ts';
import { tinyCube } from '../../../packages/environment/src/testing/tiny-cube.ts';
import { tinyRegisters } from '../../../packages/environment/src/testing/tiny-registers.ts';
import type { Serve } from './pages.ts';

const clock = (): Date => new Date('2026-01-01T00:00:00Z');
const seed = new Uint8Array(32).fill(3);
const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;

export const cube = tinyCube((definition) => ({
  ...definition,
  release: {
    cuboids: [
      ['place.region', 'age.broad', 'sex.sex', 'time.year'],
      ['place.town', 'disease.disease', 'time.year'],
      ['sector.branch', 'time.quarter'],
    ].map((parts) => ({
      dimensions: parts.map((part) => ({ dimension: part.split('.')[0]!, level: part.split('.')[1]! })),
    })),
  },
}));

export interface SmallRelease {
  readonly raw: RawRelease;
  readonly tables: readonly ProtectedTable[];
  readonly serve: Serve;
}

/** A small population, published: with 80 persons about half of the cells are hidden. */
export async function smallRelease(persons: number, registers: number): Promise<SmallRelease> {
  const raw = await tabulateCuboids(createMemoryEngine(tinyRegisters(persons, registers)), cube);
  const { tables, report } = protect(raw, { policy, seed, gate: 'exact' });
  return { raw, tables, serve: await serving(tables, report) };
}

/** Others that differ from it in hidden cells alone, under the same pattern. */
export async function neighbours({ raw, tables }: SmallRelease, wanted: number): Promise<SmallRelease[]> {
  const random = generator(wanted);
  const found: SmallRelease[] = [];
  for (let tried = 0; tried < 4000 && found.length < wanted; tried++) {
    const other = moved(raw, tables, ['persons', 'visits', 'days'][tried % 3]!, random);
    if (!other) continue;
    try {
      const same = protect(other, {
        policy,
        seed,
        gate: 'exact',
        standing: (cuboid, cell) =>
          tables[cuboid]!.status(0, cell) === 'suppressed' ? 'suppressed' : 'published',
      });
      if (
        same.tables.some(
          (table, at) => String(table.columns(0).status) !== String(tables[at]!.columns(0).status),
        )
      )
        continue;
      found.push({ raw: other, tables: same.tables, serve: await serving(same.tables, same.report) });
    } catch (error) {
      if (!(error instanceof ProtectionError)) throw error;
    }
  }
  return found;
}

type Report = ReturnType<typeof protect>['report'];

async function serving(tables: readonly ProtectedTable[], report: Report): Promise<Serve> {
  const { id, release } = cube.definition;
  const releases: AppOptions['releases'] = createMemoryStore();
  const cuboids = release.cuboids.map((cuboid, at) => ({ ...cuboid, cells: tables[at]!.cells }));
  await releases.publish(
    { cube: id, published: clock().toISOString(), synthetic: true, cuboids, report },
    tables,
  );
  const audit = createMemoryAuditLog();
  const app = createApp({ cubes: [cube], releases, audit, identity: NO_SIGN_IN, profile: 'sandbox', clock });
  return async (path, init) => app.request(path, init);
}
