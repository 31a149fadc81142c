import type { ProtectedTable } from '@datakube/disclosure';
import { link, newestFirst, replacedBy } from './release-chain.ts';
import { releaseId } from './release-id.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';

/** A store that lasts as long as the process: for tests and mocks. */
export function createMemoryStore(): ReleaseStore {
  const releases = new Map<string, readonly ReleaseManifest[]>();
  const tables = new Map<string, readonly ProtectedTable[]>();
  return {
    async current(cube) {
      return releases.get(cube)?.[0];
    },
    async history(cube) {
      return releases.get(cube) ?? [];
    },
    async cuboid(manifest, position) {
      const table = tables.get(`${manifest.cube} ${manifest.id}`)?.[position];
      if (!table) throw new RangeError('The release has no such cuboid');
      return table;
    },
    async publish(release, published) {
      const id = await releaseId(release, published);
      const history = releases.get(release.cube) ?? [];
      const whole = link(release, id, history);
      const gone = replacedBy(whole, history);
      const kept = history.filter((each) => each.id !== id && !gone.includes(each));
      for (const each of gone) tables.delete(`${each.cube} ${each.id}`);
      tables.set(`${whole.cube} ${id}`, published);
      releases.set(whole.cube, newestFirst([...kept, whole]));
      return whole;
    },
  };
}
