import type { CubeModel } from '../cubes/cube-model.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { createMemoryStore } from '../release/memory-store.ts';
import { publishCube } from '../release/publish-cube.ts';
import type { ReleaseManifest, ReleaseStore } from '../release/release-store.ts';
import { tinyCube } from './tiny-cube.ts';
import { tinyRegisters } from './tiny-registers.ts';

export interface TinyRelease {
  readonly cube: CubeModel;
  readonly registers: ReturnType<typeof tinyRegisters>;
  readonly manifest: ReleaseManifest;
  readonly releases: ReleaseStore;
}

/** The tiny cube, counted, protected and published: with these persons most cells are published and some are hidden. */
export async function tinyRelease(persons = 1500, cube = tinyCube()): Promise<TinyRelease> {
  const registers = tinyRegisters(persons, 11);
  const releases = createMemoryStore();
  const manifest = await publishCube({
    cube,
    engine: createMemoryEngine(registers),
    store: releases,
    seed: new Uint8Array(32).fill(7),
    synthetic: true,
    clock: () => new Date('2026-01-01T00:00:00Z'),
  });
  return { cube, registers, manifest, releases };
}
