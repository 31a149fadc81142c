import type { Hierarchy } from './hierarchy.ts';
import type { CuboidShape, RawRelease, ReleaseShape } from './raw-release.ts';

/**
 * Refuses a release whose form is wrong, before anything is decided about it.
 *
 * @throws RangeError saying which hierarchy, measure or cuboid, and why
 */
export function checkRelease(release: RawRelease): void {
  checkShape(release);
  release.cuboids.forEach((cuboid, position) => {
    const cells = sizesOf(release, cuboid).reduce((product, size) => product * size, 1);
    if (cuboid.values.length !== release.measures.length) {
      throw new RangeError(
        `Cuboid ${position} must have one array for each of the ${release.measures.length} measures`,
      );
    }
    cuboid.values.forEach((values, measure) => {
      if (values.length !== cells) {
        throw new RangeError(
          `Cuboid ${position} has ${cells} cells, but ${values.length} numbers of ${release.measures[measure]!.id}`,
        );
      }
      if (release.measures[measure]!.kind === 'persons')
        checkCounts(values, release.measures[measure]!.id, position);
    });
  });
}

/** The part of the check that needs no numbers. */
export function checkShape(shape: ReleaseShape): void {
  shape.hierarchies.forEach(checkHierarchy);
  if (!shape.measures.some((measure) => measure.kind === 'persons')) {
    throw new RangeError('A release needs a measure of kind persons: it decides what is hidden');
  }
  for (const measure of shape.measures) {
    if (measure.additiveOver.length !== shape.hierarchies.length) {
      throw new RangeError(`Measure ${measure.id} must say for each hierarchy whether it adds up`);
    }
  }
  shape.cuboids.forEach((cuboid, position) => checkCuboid(shape, cuboid, position));
}

/** Number of nodes of each dimension of a cuboid. */
export function sizesOf(shape: ReleaseShape, cuboid: CuboidShape): number[] {
  return cuboid.dimensions.map((dimension, at) => shape.hierarchies[dimension]!.nodesTo[cuboid.depth[at]!]!);
}

/** True where node 0 is the total. */
export function hasTotal(hierarchy: Hierarchy): boolean {
  return hierarchy.nodesTo[0] === 1;
}

function checkHierarchy({ id, parent, depth, nodesTo, sums }: Hierarchy): void {
  const wrong = (why: string): never => {
    throw new RangeError(`Hierarchy ${id}: ${why}`);
  };
  if (parent.length === 0 || depth.length !== parent.length)
    wrong('needs a parent and a depth for each node');
  if (nodesTo.at(-1) !== parent.length) wrong('nodesTo must end with the number of nodes');
  if (nodesTo[0]! > 1) wrong('there can be only one total');
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    if (above >= node) wrong(`node ${node} comes before its parent`);
    if (above < 0 ? depth[node] !== depth[0] : depth[above] !== depth[node]! - 1) {
      wrong(`node ${node} is not one level below its parent`);
    }
    if (node >= nodesTo[depth[node]!]! || (depth[node]! > 0 && node < nodesTo[depth[node]! - 1]!)) {
      wrong(`node ${node} is not numbered breadth first`);
    }
  }
  for (const sum of sums ?? []) {
    if (
      sum.children.length === 0 ||
      sum.children.some((child) => child <= sum.parent || child >= parent.length)
    ) {
      wrong(`the sum of node ${sum.parent} needs children with higher numbers`);
    }
  }
}

function checkCuboid(shape: ReleaseShape, cuboid: CuboidShape, position: number): void {
  const wrong = (why: string): never => {
    throw new RangeError(`Cuboid ${position}: ${why}`);
  };
  if (new Set(cuboid.dimensions).size !== cuboid.dimensions.length) wrong('has a dimension twice');
  if (cuboid.depth.length !== cuboid.dimensions.length) wrong('needs a depth for each dimension');
  cuboid.dimensions.forEach((dimension, at) => {
    const size = shape.hierarchies[dimension]?.nodesTo[cuboid.depth[at]!];
    if (!size) wrong(`dimension ${dimension} has no depth ${cuboid.depth[at]}`);
  });
  shape.hierarchies.forEach((hierarchy, dimension) => {
    if (!hasTotal(hierarchy) && !cuboid.dimensions.includes(dimension)) {
      wrong(`must include ${hierarchy.id}, which has no total to stand at`);
    }
  });
}

function checkCounts(values: Float64Array, id: string, position: number): void {
  for (let cell = 0; cell < values.length; cell++) {
    if (!Number.isInteger(values[cell]) || values[cell]! < 0) {
      throw new RangeError(`Cuboid ${position}: ${id} must be whole numbers from 0`);
    }
  }
}
