import type { Hierarchy } from './hierarchy.ts';
import { checkContributors } from './check-contributors.ts';
import { restingNode, sizesOf } from './cuboid.ts';
import type { CuboidShape, RawCuboid, RawMeasure, RawRelease, ReleaseShape } from './raw-release.ts';

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
      const { id, kind } = release.measures[measure]!;
      const absent = values.length === 0 && kind !== 'persons';
      if (values.length !== cells && !absent) {
        throw new RangeError(`Cuboid ${position} has ${cells} cells, but ${values.length} numbers of ${id}`);
      }
      checkNumbers(values, kind, `Cuboid ${position}: ${id}`);
    });
    checkEmptyCells(release, cuboid, position);
    checkContributors(release, cuboid, position);
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

/** True where node 0 is the total. */
function hasTotal(hierarchy: Hierarchy): boolean {
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
    if (cuboid.dimensions.includes(dimension)) return;
    const node = restingNode(cuboid, dimension);
    if (hierarchy.parent[node] === undefined) wrong(`stands at node ${node}, which ${hierarchy.id} lacks`);
    if (node === 0 && !hasTotal(hierarchy)) {
      wrong(`must include ${hierarchy.id}, which has no total to stand at`);
    }
  });
}

function checkNumbers(values: Float64Array, kind: RawMeasure['kind'], what: string): void {
  const whole = kind === 'persons' || kind === 'events';
  for (const value of values) {
    if (whole && (!Number.isSafeInteger(value) || value < 0)) {
      throw new RangeError(`${what} must be whole numbers from 0`);
    }
    if (!Number.isFinite(value)) throw new RangeError(`${what} must be numbers`);
  }
}

/** A cell without persons is published with all its measures: it must be empty in every one. */
function checkEmptyCells({ measures }: ReleaseShape, { values }: RawCuboid, position: number): void {
  const persons = values.filter((_, measure) => measures[measure]!.kind === 'persons');
  values.forEach((column, measure) => {
    const { id, kind } = measures[measure]!;
    if (kind !== 'events' && kind !== 'sum') return;
    for (let cell = 0; cell < column.length; cell++) {
      if (column[cell] === 0 || persons.some((count) => count[cell]! > 0)) continue;
      throw new RangeError(`Cuboid ${position}: ${id} is not 0 where there are no persons`);
    }
  });
}
