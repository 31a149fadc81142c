import type { NewRelease, ReleaseManifest } from './release-store.ts';

/**
 * The place of a new release among those of its cube.
 *
 * @param history genuine releases of the cube
 * @throws RangeError when its predecessor is not among them
 */
export function link(release: NewRelease, id: string, history: readonly ReleaseManifest[]): ReleaseManifest {
  const { predecessor, ...rest } = release;
  if (predecessor === undefined) return { ...rest, id, sequence: 1, since: 1 };
  const before = history.find((each) => each.id === predecessor);
  if (!before) throw new RangeError('The release before is not there');
  const sequence = before.sequence + 1;
  if (before.id !== id) return { ...rest, id, sequence, since: sequence, predecessor };
  // The same content again: it goes on where it stands.
  return {
    ...rest,
    id,
    sequence,
    since: before.since,
    ...(before.predecessor !== undefined && { predecessor: before.predecessor }),
  };
}

/** Releases in the order in which they are served: the newest first, also where two begin anew. */
export function newestFirst(history: readonly ReleaseManifest[]): ReleaseManifest[] {
  return history.toSorted(
    (one, other) => other.sequence - one.sequence || (one.published < other.published ? 1 : -1),
  );
}

/**
 * What a new release takes the place of: all others where it begins anew, else what an interrupted publication
 * left behind.
 *
 * @throws RangeError when made-up numbers would follow those of real persons, or these would begin anew
 */
export function replacedBy(release: ReleaseManifest, history: readonly ReleaseManifest[]): ReleaseManifest[] {
  if (release.synthetic && history.some(({ synthetic }) => !synthetic)) {
    throw new RangeError(`${release.cube} has been published with real numbers: made-up ones cannot follow`);
  }
  if (release.sequence === 1 && history.some(({ synthetic, sequence }) => !synthetic && sequence > 1)) {
    throw new RangeError(`${release.cube} has been published: what follows must keep to it`);
  }
  return history.filter(({ id, sequence }) => id !== release.id && sequence >= release.sequence);
}
