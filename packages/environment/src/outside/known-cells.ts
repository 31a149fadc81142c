import { type ProtectedTable, PUBLISHED } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { ReleaseManifest, ReleaseStore } from '../release/release-store.ts';
import { HIDDEN, OPEN, SHOWN } from './cell-status.ts';
import { type Placement, placementOf, visitShared } from './placement.ts';

/** What the releases of a family say about the cells of a cuboid: shown, hidden, or nothing. */
export async function releasedStatuses(
  target: Placement,
  family: readonly { readonly cube: CubeModel; readonly manifest: ReleaseManifest }[],
  releases: ReleaseStore,
): Promise<Uint8Array> {
  const status = new Uint8Array(target.cells);
  for (const { cube, manifest } of family) {
    for (const [position, { dimensions }] of manifest.cuboids.entries()) {
      const placement = placementOf(cube, { dimensions: [...dimensions] });
      let shares = false;
      visitShared(target, placement, (cell) => (shares ||= status[cell] === OPEN));
      if (shares) overlay(status, target, placement, await releases.cuboid(manifest, position));
    }
  }
  return status;
}

/** All measures of a cell share a status but public ones, which stand last: the first tells. */
function overlay(status: Uint8Array, target: Placement, placement: Placement, table: ProtectedTable): void {
  const column = table.columns(0).status;
  visitShared(target, placement, (cell, same) => {
    status[cell] = column[same] === PUBLISHED ? SHOWN : HIDDEN;
  });
}
