import { isPrimary, type ThresholdRule } from '../primary/primary-cells.ts';
import { type JointCells, nodesOf } from '../table/joint-cells.ts';
import type { RawMeasure, ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';
import type { Equations } from './equations.ts';

/** A measure of persons with its number per joint cell. */
export interface PersonCounts {
  readonly measure: RawMeasure;
  readonly values: Float64Array;
}

/**
 * Groups of persons that are no published cell, yet whose number published cells give where persons do
 * not add up:
 *
 * - those with the wider code but not the narrower one: in the year but not in that quarter, with any
 *   sector but never in hospital in that quarter. `wider = narrower + group`;
 * - those with several of the codes below one: referred and not referred. With two codes the sum of both
 *   minus the whole is their number; with more it is at least their number. `whole = parts − group`.
 *
 * Where such a number is too small it counts as a cell of its own that is always hidden. Diseases leave
 * people out, so the second is no number of persons there; hiding it costs next to nothing.
 *
 * @returns one row per group, which stands last and is numbered after the joint cells
 */
export function nestedCodes(
  shape: ReleaseShape,
  relations: readonly Relations[],
  cells: JointCells,
  persons: readonly PersonCounts[],
  rule: ThresholdRule,
): Equations {
  const cell: number[] = [];
  const start = [0];
  const along: number[] = [];
  const addsSomewhere = shape.hierarchies.map((_, hierarchy) =>
    shape.measures.some(({ kind, additiveOver }) => kind !== 'public' && additiveOver[hierarchy]),
  );
  for (const { measure, values } of persons) {
    const nested = relations.flatMap((_, hierarchy) => (measure.additiveOver[hierarchy] ? [] : [hierarchy]));
    const add = (hierarchies: readonly number[], members: readonly number[], group: number): void => {
      if (group < 0 || !isPrimary(group, rule)) return;
      cell.push(...members, cells.count + along.length);
      start.push(cell.length);
      // A row holds for a measure that adds up over none of them: named after one that others add up over.
      along.push(hierarchies.find((hierarchy) => addsSomewhere[hierarchy]) ?? hierarchies[0]!);
    };
    for (let id = 0; id < cells.count && nested.length > 0; id++) {
      const nodes = nodesOf(shape, cells, id);
      for (const { at, wider } of widerCodes(nodes, nested, relations)) {
        const whole = cells.find(wider);
        if (whole !== undefined) add(at, [whole, id], values[whole]! - values[id]!);
      }
      for (const hierarchy of nested) {
        for (const parts of partsOf(nodes, hierarchy, relations[hierarchy]!, cells)) {
          if (parts.length < 2) continue;
          add([hierarchy], [id, ...parts], parts.reduce((sum, part) => sum + values[part]!, -values[id]!));
        }
      }
    }
  }
  return {
    rows: along.length,
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    along: Uint8Array.from(along),
  };
}

interface Wider {
  /** Hierarchies in which the code is wider. */
  readonly at: readonly number[];
  readonly wider: readonly number[];
}

/** Every position with wider codes in one or several of the hierarchies, and the same in all others. */
function widerCodes(
  nodes: Int32Array,
  hierarchies: readonly number[],
  relations: readonly Relations[],
): Wider[] {
  let found: Wider[] = [{ at: [], wider: [...nodes] }];
  for (const hierarchy of hierarchies) {
    const above = relations[hierarchy]!.upwards[nodes[hierarchy]!]!.slice(1);
    found = found.flatMap((each) => [
      each,
      ...above.map((node) => ({ at: [...each.at, hierarchy], wider: each.wider.with(hierarchy, node) })),
    ]);
  }
  return found.slice(1);
}

/** The cells of the codes right below a cell's code, one list per grouping that is shown in full. */
function partsOf(nodes: Int32Array, hierarchy: number, { sums }: Relations, cells: JointCells): number[][] {
  return sums.flatMap(({ parent, children }) => {
    if (parent !== nodes[hierarchy]) return [];
    const parts = children.map((child) => cells.find(nodes.with(hierarchy, child)));
    return parts.every((part) => part !== undefined) ? [parts] : [];
  });
}
