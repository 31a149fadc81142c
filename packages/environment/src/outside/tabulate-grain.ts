import type { RecordKeys } from '@datakube/disclosure';
import type { Engine } from '../engines/engine.ts';
import { tabulateCuboids, type TabulatedRelease } from '../release/tabulate-cuboids.ts';
import { cuboidAt, type Grain } from './grain.ts';

/**
 * Counts the one cuboid at a grain, with all its marginals. Raw: for protection alone.
 *
 * @param records with them the cells have keys
 */
export function tabulateGrain(engine: Engine, grain: Grain, records?: RecordKeys): Promise<TabulatedRelease> {
  const { cube } = grain;
  const definition = { ...cube.definition, release: { cuboids: [cuboidAt(grain)] } };
  return tabulateCuboids(engine, { ...cube, definition }, { records });
}
