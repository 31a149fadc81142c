import type { RawCuboid, RawMeasure, RawRelease } from '@datakube/disclosure';

/** A release that is protected together with others. */
export interface ReleasePart {
  readonly release: RawRelease;
  /** Nodes it stands at in hierarchies that only the others have, by id. Default their totals. */
  readonly at: ReadonlyMap<string, number>;
}

type Hierarchy = RawRelease['hierarchies'][number];

const NOT_SHOWN = new Float64Array(0);

/**
 * Several releases as one: hierarchies and measures of the same name are the same, and a cell that two of
 * them show is one cell. Without this a number that one hides could stand in the other.
 *
 * @returns the cuboids of all, in the order of the parts
 * @throws RangeError when the same name means different things
 */
export function joinReleases(parts: readonly ReleasePart[]): RawRelease {
  const hierarchies = new Map<string, Hierarchy>();
  const measures = new Map<string, RawMeasure>();
  for (const { release } of parts) {
    for (const hierarchy of release.hierarchies) {
      const known = hierarchies.get(hierarchy.id) ?? hierarchy;
      if (known.parent.join() !== hierarchy.parent.join()) {
        throw new RangeError(`${hierarchy.id} has other members in another cube of the family`);
      }
      hierarchies.set(hierarchy.id, known);
    }
    for (const measure of release.measures) measures.set(measure.id, measure);
  }
  return {
    hierarchies: [...hierarchies.values()],
    measures: [...measures.keys()].map((id) => joinMeasure(id, parts, [...hierarchies.keys()])),
    cuboids: parts.flatMap((part) =>
      part.release.cuboids.map((cuboid) =>
        joinCuboid(cuboid, part, [...hierarchies.keys()], [...measures.keys()]),
      ),
    ),
  };
}

/** A measure adds up over a hierarchy if it does in the releases that have both. */
function joinMeasure(id: string, parts: readonly ReleasePart[], hierarchies: readonly string[]): RawMeasure {
  const found = parts.flatMap(({ release }) => {
    const measure = release.measures.find((each) => each.id === id);
    return measure ? [{ measure, names: release.hierarchies.map((hierarchy) => hierarchy.id) }] : [];
  });
  const { kind } = found[0]!.measure;
  if (found.some(({ measure }) => measure.kind !== kind)) {
    throw new RangeError(`${id} is of another kind in another cube of the family`);
  }
  const additiveOver = hierarchies.map((hierarchy) => {
    const said = found.flatMap(({ measure, names }) => measure.additiveOver[names.indexOf(hierarchy)] ?? []);
    if (new Set(said).size > 1) {
      throw new RangeError(`${id} adds up over ${hierarchy} in one cube of the family, and not in another`);
    }
    return said[0] ?? false;
  });
  return { id, kind, additiveOver };
}

function joinCuboid(
  cuboid: RawCuboid,
  { release, at }: ReleasePart,
  hierarchies: readonly string[],
  measures: readonly string[],
): RawCuboid {
  return {
    dimensions: cuboid.dimensions.map((own) => hierarchies.indexOf(release.hierarchies[own]!.id)),
    depth: cuboid.depth,
    at: hierarchies.map((id) => at.get(id) ?? 0),
    values: measures.map((id) => {
      const own = release.measures.findIndex((measure) => measure.id === id);
      return own < 0 ? NOT_SHOWN : cuboid.values[own]!;
    }),
  };
}
