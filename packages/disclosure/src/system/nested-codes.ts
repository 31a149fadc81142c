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
    const codesBelow = nested.map((hierarchy) => codesByParent(relations[hierarchy]!));
    for (let id = 0; id < cells.count && nested.length > 0; id++) {
      // Without persons there is no group in it, and the wider cell is the group outside: it is hidden itself.
      if (values[id] === 0 && rule.zeros === 'published') continue;
      const nodes = nodesOf(shape, cells, id);
      for (const { at, step } of widerCodes(nodes, nested, relations, cells.stride)) {
        const whole = cells.find(cells.key[id]! + step);
        if (whole !== undefined) add(at, [whole, id], values[whole]! - values[id]!);
      }
      nested.forEach((hierarchy, index) => {
        const node = nodes[hierarchy]!;
        for (const codes of codesBelow[index]!.get(node) ?? []) {
          const parts = cellsOf(codes, id, node, cells, cells.stride[hierarchy]!);
          if (!parts) continue;
          add(
            [hierarchy],
            [id, ...parts],
            parts.reduce((sum, part) => sum + values[part]!, -values[id]!),
          );
        }
      });
    }
  }
  return {
    rows: along.length,
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    along: Uint8Array.from(along),
    crossing: new Int32Array(along.length),
  };
}

interface Wider {
  /** Hierarchies in which the code is wider. */
  readonly at: readonly number[];
  /** Distance in keys. */
  readonly step: number;
}

/** Every position with wider codes in one or several of the hierarchies, and the same in all others. */
function widerCodes(
  nodes: Int32Array,
  hierarchies: readonly number[],
  relations: readonly Relations[],
  stride: readonly number[],
): Wider[] {
  let found: Wider[] = [{ at: [], step: 0 }];
  for (const hierarchy of hierarchies) {
    const node = nodes[hierarchy]!;
    const above = relations[hierarchy]!.upwards[node]!.slice(1);
    if (above.length === 0) continue;
    found = found.flatMap((each) => [
      each,
      ...above.map((wide) => ({
        at: [...each.at, hierarchy],
        step: each.step + (wide - node) * stride[hierarchy]!,
      })),
    ]);
  }
  return found.slice(1);
}

/** The codes right below each code, one list per grouping. A single one is its parent under another name. */
function codesByParent({ sums }: Relations): Map<number, (readonly number[])[]> {
  const several = sums.filter(({ children }) => children.length > 1);
  return new Map(
    [...Map.groupBy(several, ({ parent }) => parent)].map(([parent, groupings]) => [
      parent,
      groupings.map(({ children }) => children),
    ]),
  );
}

/** The cells with other codes in one hierarchy, or undefined where one of them is not shown. */
function cellsOf(
  codes: readonly number[],
  id: number,
  node: number,
  cells: JointCells,
  stride: number,
): number[] | undefined {
  const found: number[] = [];
  for (const code of codes) {
    const cell = cells.find(cells.key[id]! + (code - node) * stride);
    if (cell === undefined) return undefined;
    found.push(cell);
  }
  return found;
}
