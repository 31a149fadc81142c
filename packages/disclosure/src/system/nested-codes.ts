import { sizesOf } from '../table/check-release.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { RawMeasure, ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';
import type { Equations } from './equations.ts';

/** A measure of persons with its number per joint cell. */
export interface PersonCounts {
  readonly measure: RawMeasure;
  readonly values: Float64Array;
}

/**
 * Persons with the wider code but not the narrower one: in the year but not in that quarter, with any
 * sector but never in hospital. Where persons do not add up these are no published cell, yet two
 * published cells give them by subtraction. So where they are 1 to threshold − 1 they count as a cell of
 * their own that is always hidden: `wider = narrower + difference`.
 *
 * @returns one row per difference: wider, narrower, difference; differences are numbered after the joint cells
 */
export function nestedCodes(
  shape: ReleaseShape,
  relations: readonly Relations[],
  cells: JointCells,
  persons: readonly PersonCounts[],
  threshold: number,
): Equations {
  const cell: number[] = [];
  const along: number[] = [];
  const seen = new Set<number>();
  for (const { measure, values } of persons) {
    visitNestedPairs(shape, relations, cells, measure, (wider, narrower, hierarchy) => {
      const difference = values[wider]! - values[narrower]!;
      if (difference < 1 || difference >= threshold) return;
      const pair = wider * cells.count + narrower;
      if (seen.has(pair)) return;
      seen.add(pair);
      cell.push(wider, narrower, cells.count + along.length);
      along.push(hierarchy);
    });
  }
  const start = Int32Array.from({ length: along.length + 1 }, (_, row) => 3 * row);
  return { rows: along.length, start, cell: Int32Array.from(cell), along: Uint8Array.from(along) };
}

/** Visits all pairs of cells of which one has a wider code in a hierarchy over which the measure does not add up. */
function visitNestedPairs(
  shape: ReleaseShape,
  relations: readonly Relations[],
  cells: JointCells,
  measure: RawMeasure,
  visit: (wider: number, narrower: number, hierarchy: number) => void,
): void {
  shape.cuboids.forEach((cuboid, position) => {
    const ids = cells.of[position]!;
    const sizes = sizesOf(shape, cuboid);
    let inner = ids.length;
    cuboid.dimensions.forEach((hierarchy, at) => {
      const size = sizes[at]!;
      inner /= size;
      if (measure.additiveOver[hierarchy]) return;
      for (const [narrow, wide] of pairsOf(relations[hierarchy]!, size)) {
        for (let base = 0; base < ids.length; base += size * inner) {
          for (let after = base; after < base + inner; after++) {
            visit(ids[after + wide * inner]!, ids[after + narrow * inner]!, hierarchy);
          }
        }
      }
    });
  });
}

function pairsOf(relations: Relations, size: number): [narrow: number, wide: number][] {
  return Array.from({ length: size }, (_, narrow) => narrow).flatMap((narrow) =>
    relations.upwards[narrow]!.slice(1).map((wide): [number, number] => [narrow, wide]),
  );
}
