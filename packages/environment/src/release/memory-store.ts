import type { ProtectedTable } from '@datakube/disclosure';
import { releaseId } from './release-id.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';

/** A store that lasts as long as the process: for tests and mocks. */
export function createMemoryStore(): ReleaseStore {
  const current = new Map<string, ReleaseManifest>();
  const tables = new Map<string, readonly ProtectedTable[]>();
  return {
    async current(cube) {
      return current.get(cube);
    },
    async cuboid(manifest, position) {
      const table = tables.get(`${manifest.cube} ${manifest.id}`)?.[position];
      if (!table) throw new RangeError('The release has no such cuboid');
      return table;
    },
    async publish(manifest, published) {
      const whole = { ...manifest, id: await releaseId(manifest, published) };
      tables.set(`${whole.cube} ${whole.id}`, published);
      current.set(whole.cube, whole);
      return whole;
    },
  };
}
