import { protect, type ProtectedTable } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import type { ReleaseManifest, ReleaseStore } from '../release/release-store.ts';
import { tabulateCuboids } from '../release/tabulate-cuboids.ts';
import { tinyCube } from './tiny-cube.ts';
import { tinyRegisters } from './tiny-registers.ts';

export interface TinyRelease {
  readonly cube: CubeModel;
  readonly registers: ReturnType<typeof tinyRegisters>;
  readonly manifest: ReleaseManifest;
  readonly tables: readonly ProtectedTable[];
  readonly releases: ReleaseStore;
}

/** The tiny cube, counted and protected: large enough that most is published, small enough that some is hidden. */
export async function tinyRelease(persons = 600, cube = tinyCube()): Promise<TinyRelease> {
  const registers = tinyRegisters(persons, 11);
  const raw = await tabulateCuboids(createMemoryEngine(registers), cube);
  const { tables, report } = protect(raw, {
    policy: cube.definition.policy,
    seed: new Uint8Array(32).fill(7),
  });
  const manifest: ReleaseManifest = {
    cube: cube.definition.id,
    id: 'tiny-1',
    published: '2026-01-01T00:00:00.000Z',
    synthetic: true,
    cuboids: cube.definition.release.cuboids.map(({ dimensions }, position) => ({
      dimensions,
      cells: tables[position]!.cells,
    })),
    report,
  };
  return { cube, registers, manifest, tables, releases: storeOf(manifest, tables) };
}

function storeOf(manifest: ReleaseManifest, tables: readonly ProtectedTable[]): ReleaseStore {
  return {
    current: (cube) => Promise.resolve(cube === manifest.cube ? manifest : undefined),
    cuboid: (_, position) => Promise.resolve(tables[position]!),
    publish: () => Promise.reject(new Error('This store is read only')),
  };
}
