import type { Note, Way } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import type { Plan } from '../plan/plan.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import type { Services } from '../services.ts';
import { noteOf } from './notes.ts';

/** What a plan is cut from, and what readers must know of it. */
export interface FoundCuboid {
  readonly table: ProtectedTable;
  readonly notes: readonly Note[];
  readonly way: 'released' | Way;
}

/** The cuboid of a plan, in the release or outside; undefined where a way outside did not work. */
export async function findCuboid(
  { cube, source }: Plan,
  manifest: ReleaseManifest,
  { releases, outside }: Pick<Services, 'releases' | 'outside'>,
): Promise<FoundCuboid | undefined> {
  if (source.kind === 'released') {
    return { table: await releases.cuboid(manifest, source.cuboid), notes: [], way: 'released' };
  }
  const found = await outside?.find(source.grain, source.ways);
  return found && { table: found.table, notes: [noteOf(found.way, cube)], way: found.way };
}
