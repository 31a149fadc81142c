import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SignInAnswer } from '@datakube/contract';
import {
  createMemoryEngine,
  createMemoryStore,
  type CubeModel,
  publishCube,
  readCubes,
  type ReleaseStore,
} from '@datakube/environment';
import type { ProtectedTable } from '@datakube/disclosure';
import { readSettings, runEnvironment } from '@datakube/environment/node';
import { tinyCodeLists, tinyDefinition } from '../../../packages/environment/src/testing/tiny-cube.ts';
import { withGroupings } from '../../../packages/environment/src/testing/tiny-groupings.ts';
import { tinyPartDefinition } from '../../../packages/environment/src/testing/tiny-part.ts';
import { type Ask, cellName, TOTAL } from '../knowledge.ts';
import { arenaRegisters } from './registers.ts';
import { targetsOf } from './targets.ts';
import { type Truth, truthOf } from './truth.ts';

/** Groups of persons that are planted. */
const GROUPS = 16;

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A running environment with planted persons, and the truth to keep the score by. */
export interface Arena {
  readonly seed: number;
  readonly url: string;
  /** Anybody, and somebody who has signed in. */
  readonly anonymous: Ask;
  readonly signedIn: Ask;
  /** The whole cube, and one of a part of its events. */
  readonly family: readonly CubeModel[];
  /** Cells with planted persons whose number nobody may find out. */
  readonly targets: ReadonlySet<string>;
  /** Behind the attacker's back. */
  readonly truth: Truth;
  readonly auditLog: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface ArenaOptions {
  readonly seed: number;
  /** Default published. */
  readonly zeros?: 'published' | 'protected';
  /** Persons who were not planted. Default 700. */
  readonly persons?: number;
  /** Spoils a protected table before it is published, to see whether anybody notices. */
  readonly spoil?: Spoil;
}

export type Spoil = (table: ProtectedTable, cells: CellNames, truth: Truth) => ProtectedTable;

/** Name of a cell of a table, as a cell of the whole cube. */
export type CellNames = (cell: number) => string;

/** Publishes both cubes over planted registers, and serves them on a port of this machine. */
export async function openArena(options: ArenaOptions): Promise<Arena> {
  const { seed, zeros = 'published', persons = 700, spoil } = options;
  const policy = { ...tinyDefinition().policy, zeros };
  const definitions = [tinyDefinition(), tinyPartDefinition()].map((each) =>
    withGroupings({ ...each, policy }),
  );
  const models = readCubes(definitions, tinyCodeLists);
  const family = models[0]!.family();
  const { tables, planted } = arenaRegisters(seed, persons, GROUPS);
  const truth = truthOf(family[0]!, tables);
  const memory = createMemoryStore();
  const store: ReleaseStore = !spoil
    ? memory
    : {
        ...memory,
        publish: (manifest, safe) => {
          const spoilt = safe.map((table) => spoil(table, namesOf(family, manifest.cube, table), truth));
          return memory.publish(manifest, spoilt);
        },
      };
  await publishCube({
    cube: family[0]!,
    engine: createMemoryEngine(tables),
    store,
    effort: 0.5,
    seed: new Uint8Array(32).fill(40 + seed),
    synthetic: true,
    clock: () => new Date('2026-01-01T00:00:00Z'),
  });
  const folder = await mkdtemp(join(tmpdir(), 'datakube-arena-'));
  const environment = await runEnvironment({
    settings: readSettings({ PORT: '0', DATAKUBE_DATA: folder }, root),
    root,
    version: '0.0.0',
    prepare: () => Promise.resolve({ cubes: family, store }),
    print: () => {},
  });
  const url = `http://127.0.0.1:${environment.port}`;
  const anonymous = askFrom(url, {});
  const signIn = await anonymous('/sandbox/sign-in', { user: 'kommunal-analytiker' });
  const { token } = SignInAnswer.parse(await signIn.json());
  return {
    seed,
    url,
    anonymous,
    signedIn: askFrom(url, { authorization: `Bearer ${token}` }),
    family,
    targets: targetsOf(family, planted, truth),
    truth,
    auditLog: () => readFile(join(folder, 'audit', 'audit.log'), 'utf8'),
    close: async () => {
      await environment.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function namesOf(family: readonly CubeModel[], cube: string, { shape }: ProtectedTable): CellNames {
  const own = family.find(({ definition }) => definition.id === cube)!;
  const { partOf } = own.definition;
  return (cell) => {
    const codes = new Map(partOf ? [[partOf.dimension, partOf.member]] : []);
    let rest = cell;
    for (const { id, size } of shape.dimensions.toReversed()) {
      codes.set(id, own.dimension(id)!.members[rest % size]?.code ?? TOTAL);
      rest = Math.floor(rest / size);
    }
    return cellName(family[0]!.definition.dimensions.map(({ id }) => codes.get(id) ?? TOTAL));
  };
}

/** Asks once more where the connection was closed: attacks calculate for longer than a server keeps it idle. */
function askFrom(url: string, headers: Readonly<Record<string, string>>): Ask {
  return async (path, body) => {
    const ask = (): Promise<Response> =>
      fetch(`${url}${path}`, {
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
    try {
      return await ask();
    } catch {
      return ask();
    }
  };
}
