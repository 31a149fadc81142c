import type { CubeDefinition, DimensionDefinition, MeasureDefinition } from '@datakube/contract';
import type { Complain } from './definition-fault.ts';
import { RESERVED } from './reserved-names.ts';

/** The measure that every release carries besides the cube's own: the public denominator of rates. */
export const POPULATION = 'population';

/** Checks what a definition says about itself: names, and which parts may be added up. */
export function checkDefinition(cube: CubeDefinition, complain: Complain): void {
  checkUnique(cube.dimensions, 'dimensions', complain);
  checkUnique(cube.measures, 'measures', complain);
  const dimensions = new Map(cube.dimensions.map((dimension) => [dimension.id, dimension]));
  cube.dimensions.forEach((dimension, index) => {
    checkDimension(dimension, (path, reason) => complain(['dimensions', index, ...path], reason));
  });
  if (cube.dimensions.filter((dimension) => dimension.kind === 'time').length !== 1) {
    complain(['dimensions'], 'a cube has exactly one dimension of kind time');
  }
  if (cube.measures.filter((measure) => measure.kind === 'persons').length !== 1) {
    complain(['measures'], 'a cube has exactly one measure of kind persons: it decides what is hidden');
  }
  cube.measures.forEach((measure, index) => {
    checkMeasure(cube, measure, dimensions, (path, reason) => complain(['measures', index, ...path], reason));
  });
  cube.population.public.forEach((id, index) => {
    const dimension = dimensions.get(id);
    const path = ['population', 'public', index];
    if (!dimension) complain(path, `there is no dimension ${id}`);
    else if (dimension.source.table !== 'population' || dimension.source.multiple) {
      complain(path, `${id} does not divide the population`);
    }
  });
  checkCuboids(cube, dimensions, complain);
  checkPolicy(cube, complain);
}

/** A rule that no engine can supply with numbers is refused: a cube must not promise what nobody looks after. */
function checkPolicy({ policy }: CubeDefinition, complain: Complain): void {
  if (policy.method !== 'suppress') return;
  if (policy.dominance) {
    complain(['policy', 'dominance'], 'the registers are not tabulated by largest contributions yet');
  }
  if (policy.providers !== undefined) {
    complain(['policy', 'providers'], 'the registers are not tabulated by provider yet');
  }
}

function checkDimension(dimension: DimensionDefinition, complain: Complain): void {
  checkUnique(dimension.levels, 'levels', complain);
  dimension.levels.forEach((level, index) => {
    if (RESERVED.includes(level.id))
      complain(['levels', index, 'id'], `the level name ${level.id} is reserved`);
  });
  if (dimension.source.multiple && dimension.levels.length > 1) {
    complain(['source', 'multiple'], 'a dimension of which a person may have several members has one level');
  }
  if (dimension.kind !== 'time') return;
  if (!('calendar' in dimension.members)) complain(['members'], 'the members of time come from a calendar');
  if (dimension.source.table !== 'facts') complain(['source', 'table'], 'time is an attribute of the event');
  // Over several years a person may have lived in several places: persons would not even add up over residence.
  if (dimension.total !== null)
    complain(['total'], 'all years together mean nothing: the total of time is null');
  if (dimension.source.multiple) complain(['source', 'multiple'], 'an event happens at one time');
}

function checkMeasure(
  cube: CubeDefinition,
  measure: MeasureDefinition,
  dimensions: ReadonlyMap<string, DimensionDefinition>,
  complain: Complain,
): void {
  if (measure.id === POPULATION) complain(['id'], `the name ${POPULATION} is reserved`);
  if (measure.kind === 'rate') {
    const numerator = cube.measures.find((other) => other.id === measure.numerator);
    if (!numerator) complain(['numerator'], `there is no measure ${measure.numerator}`);
    else if (numerator.kind === 'rate')
      complain(['numerator'], 'the numerator of a rate is counted, not itself a rate');
    return;
  }
  measure.additiveOver.forEach((id, index) => {
    const dimension = dimensions.get(id);
    const path = ['additiveOver', index];
    if (!dimension) complain(path, `there is no dimension ${id}`);
    else if (dimension.source.multiple) {
      complain(path, `${measure.kind} do not add up over ${id}: one person may have several members`);
    } else if (measure.kind === 'persons' && dimension.source.table === 'facts') {
      complain(path, `persons do not add up over ${id}: one person may have events in several members`);
    }
  });
}

function checkCuboids(
  cube: CubeDefinition,
  dimensions: ReadonlyMap<string, DimensionDefinition>,
  complain: Complain,
): void {
  const seen = new Set<string>();
  cube.release.cuboids.forEach((cuboid, index) => {
    const path = ['release', 'cuboids', index, 'dimensions'];
    cuboid.dimensions.forEach((part, position) => {
      const dimension = dimensions.get(part.dimension);
      if (!dimension) {
        complain([...path, position, 'dimension'], `there is no dimension ${part.dimension}`);
      } else if (!dimension.levels.some((level) => level.id === part.level)) {
        complain([...path, position, 'level'], `${part.dimension} has no level ${part.level}`);
      }
    });
    const named = new Set(cuboid.dimensions.map((part) => part.dimension));
    if (named.size < cuboid.dimensions.length) complain(path, 'a dimension occurs twice');
    for (const dimension of cube.dimensions) {
      if (dimension.total === null && !named.has(dimension.id)) {
        complain(path, `${dimension.id} has no total and must be in every cuboid`);
      }
    }
    const key = cuboid.dimensions
      .map((part) => `${part.dimension}.${part.level}`)
      .sort()
      .join();
    if (seen.has(key)) complain(path, 'the same cuboid is declared twice');
    seen.add(key);
  });
}

function checkUnique(named: readonly { readonly id: string }[], under: string, complain: Complain): void {
  const seen = new Set<string>();
  named.forEach(({ id }, index) => {
    if (seen.has(id)) complain([under, index, 'id'], `${id} occurs twice`);
    seen.add(id);
  });
}
