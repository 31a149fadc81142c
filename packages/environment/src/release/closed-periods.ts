import { nodesUnder } from '@datakube/disclosure';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import type { Predecessor } from './predecessor.ts';
import { formOf, type MemberPlace, membersOf, type ReleaseForm } from './release-form.ts';
import type { ReleaseManifest } from './release-store.ts';
import { SuccessionError } from './succession-error.ts';

/** The years of a family that have been published, and those that have not, with all that is below them. */
export interface Periods {
  /** Id of the time dimension. */
  readonly dimension: string;
  /** Nodes of the closed years, and which node each was in the release before. */
  readonly closed: Int32Array;
  readonly before: Int32Array;
  /** Nodes of the others. */
  readonly open: Int32Array;
}

/**
 * Tells which years are closed: those that the release before has. Checks that the cubes count and hide what
 * they did then, over the same members, so that the closed years can stay as they are.
 *
 * @throws SuccessionError naming what has changed
 */
export function periodsOf(family: readonly CubeModel[], predecessor: Predecessor): Periods {
  const forms = family.map((cube, index) => {
    const { form } = predecessor[index]!.manifest;
    if (!form) throw new SuccessionError(cube.definition.id, 'the release before does not say what it holds');
    compareForms(cube, form);
    compareCuboids(cube, predecessor[index]!.manifest.cuboids);
    return form;
  });
  const periods = family.map((cube, index) => periodsOfCube(cube, forms[index]!));
  const [first] = periods;
  family.forEach(({ definition: { id } }, index) => {
    if (JSON.stringify(periods[index]) === JSON.stringify(first)) return;
    throw new SuccessionError(id, 'other years have been published than of the rest of its family');
  });
  return first!;
}

/** The dimension whose members no equation connects. */
export function timeOf(cube: CubeModel): DimensionModel {
  return cube.dimensions.find(({ definition: { kind } }) => kind === 'time')!;
}

/** Name of a cuboid: its dimensions and levels. */
export function cuboidName({ dimensions }: Pick<ReleaseManifest['cuboids'][number], 'dimensions'>): string {
  return dimensions.map(({ dimension, level }) => `${dimension}.${level}`).join(', ');
}

function compareForms(cube: CubeModel, before: ReleaseForm): void {
  const { id } = cube.definition;
  const now = formOf(cube);
  const changed = (what: string): never => {
    throw new SuccessionError(id, `${what} changed. A cube that counts or hides otherwise needs another id`);
  };
  if (!same(now.family, before.family)) changed('the cubes it is published with have');
  for (const [name, rule] of Object.entries(before.rules)) {
    if (!same(now.rules[name], rule)) changed(`${name} has`);
  }
  const time = timeOf(cube).definition.id;
  for (const [name, dimension] of Object.entries(before.dimensions)) {
    const own = now.dimensions[name];
    if (!same(own?.rules, dimension.rules)) changed(`the dimension ${name} has`);
    if (name !== time && !same(own?.members, dimension.members)) changed(`the members of ${name} have`);
  }
}

function compareCuboids(cube: CubeModel, before: Predecessor[number]['manifest']['cuboids']): void {
  const known = new Set(before.map((cuboid) => cuboidName(cuboid)));
  for (const cuboid of cube.definition.release.cuboids) {
    const name = cuboidName(cuboid);
    if (known.has(name)) continue;
    throw new SuccessionError(
      cube.definition.id,
      `the table over ${name} is new, and its closed years have not been protected with the others. ` +
        'A cube with more tables needs another id',
    );
  }
}

function periodsOfCube(cube: CubeModel, form: ReleaseForm): Periods {
  const time = timeOf(cube);
  const { definition, hierarchy, members } = time;
  const before = form.dimensions[definition.id]!.members;
  const nodeBefore = (node: number): number => before.findIndex(([code]) => code === members[node]!.code);
  const roots = [...hierarchy.parent.keys()].filter((node) => hierarchy.parent[node]! < 0);
  const known = roots.filter((root) => nodeBefore(root) >= 0);
  const places = membersOf(time);
  checkOrder(cube, known, roots, before);
  for (const root of known) {
    const now = Array.from(nodesUnder(hierarchy, [root]), (node) => places[node]!);
    if (same(now, placesUnder(before, members[root]!.code))) continue;
    throw new SuccessionError(cube.definition.id, `${members[root]!.code} was published with other parts`);
  }
  const closed = nodesUnder(hierarchy, known);
  return {
    dimension: definition.id,
    closed,
    before: closed.map(nodeBefore),
    open: nodesUnder(
      hierarchy,
      roots.filter((root) => !known.includes(root)),
    ),
  };
}

/**
 * New years come after the last that was published, and that one is still there. A year that was left out could
 * otherwise come back with other numbers.
 */
function checkOrder(
  cube: CubeModel,
  known: readonly number[],
  roots: readonly number[],
  before: readonly MemberPlace[],
): void {
  const [last] = before.findLast(([, above]) => above === null)!;
  const at = roots.findIndex((root) => timeOf(cube).members[root]!.code === last);
  const { id } = cube.definition;
  if (at < 0) throw new SuccessionError(id, `${last} has been published and is no longer there`);
  if (roots.slice(0, at).some((root) => !known.includes(root))) {
    throw new SuccessionError(id, `new years must come after ${last}, the last that has been published`);
  }
}

/** A root with all that is below it, in order. */
function placesUnder(members: readonly MemberPlace[], root: string): MemberPlace[] {
  const inside = new Set([root]);
  return members.filter(([code, above]) => {
    if (code !== null && above !== null && inside.has(above)) inside.add(code);
    return code !== null && inside.has(code);
  });
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
