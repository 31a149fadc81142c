import type { Cube, Query } from '@datakube/contract';

/** Cells of a sample query at most: the suite is to take seconds. */
const MOST_CELLS = 4_000;

/**
 * Queries that reach every declared cuboid of a cube: each pair of its dimensions at the levels of the cuboid,
 * and all of its dimensions at once where that is not too much.
 */
export function sampleQueries(cube: Cube): Query[] {
  const measures = cube.measures.map(({ id }) => id);
  const size = (dimension: string, level: string): number =>
    1 + cube.dimensions.find(({ id }) => id === dimension)!.levels.find(({ id }) => id === level)!.members;
  const queries = cube.release.cuboids.flatMap(({ dimensions }) => {
    const pairs = dimensions.flatMap((row, position) =>
      dimensions.slice(position + 1).map((column) => [[row], [column]] as const),
    );
    const half = Math.ceil(dimensions.length / 2);
    return [...pairs, [dimensions.slice(0, half), dimensions.slice(half)] as const]
      .filter(
        (axes) =>
          axes.flat().reduce((cells, { dimension, level }) => cells * size(dimension, level), 1) < MOST_CELLS,
      )
      .map(([rows, columns]): Query => ({ measures, rows: [...rows], columns: [...columns], totals: true }));
  });
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}
