import type { RawRelease } from '@datakube/disclosure';
import type { Engine } from '../engines/engine.ts';
import { tabulateCuboids } from '../release/tabulate-cuboids.ts';
import { cuboidAt, type Grain } from './grain.ts';

/** Counts the one cuboid at a grain, with all its marginals. Raw: for protection alone. */
export function tabulateGrain(engine: Engine, grain: Grain, signal?: AbortSignal): Promise<RawRelease> {
  const { cube } = grain;
  const definition = { ...cube.definition, release: { cuboids: [cuboidAt(grain)] } };
  return tabulateCuboids(engine, { ...cube, definition }, { signal });
}
