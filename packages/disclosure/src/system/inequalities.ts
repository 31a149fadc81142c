import type { JointCells } from '../table/joint-cells.ts';
import type { RawMeasure } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';

/** A measure of persons with its number per joint cell. */
export interface PersonCounts {
  readonly measure: RawMeasure;
  readonly values: Float64Array;
}

/**
 * Relations between counts of distinct persons where they do not add up: Σ factor × number, which is a
 * number of persons itself, and so at least 0. In compressed rows over the joint cells.
 */
export interface Inequalities {
  readonly rows: number;
  /** Row r holds `cell[start[r]] … cell[start[r + 1] - 1]`, with their factors. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly factor: Int8Array;
  /** What each row comes to with the true numbers. */
  readonly slack: Int32Array;
  /** A hierarchy along which the row goes, one over which some measure adds up where there is one. */
  readonly along: Uint8Array;
  /** 1 where everybody knows that the row is at least 0. */
  readonly holds: Uint8Array;
}

/** Rows with more slack are left out; for a whole and its parts the limit grows with the parts. */
export interface SlackLimit {
  readonly pair: number;
  readonly perPart: number;
}

/**
 * Lists groups of persons that are no cell, but whose number follows from cells:
 *
 * - those with the wider code but not the narrower one: in the year but not in that quarter; also over
 *   several hierarchies at once, with any sector but never in hospital in that quarter;
 * - those with several of the codes below one: referred and not referred. With two codes the sum of both
 *   minus the whole is their number; with more it is at least their number. Known not to be negative where
 *   every event has one of the codes; diseases leave people out.
 *
 * @param covers per hierarchy: does every event have one of the codes below each node?
 * @param addsSomewhere per hierarchy: does any measure that can be hidden add up over it?
 * @param zerosHidden are cells without persons hidden too?
 */
export function inequalities(
  relations: readonly Relations[],
  cells: JointCells,
  persons: readonly PersonCounts[],
  covers: readonly boolean[],
  addsSomewhere: readonly boolean[],
  zerosHidden: boolean,
  limit: SlackLimit,
): Inequalities {
  const start = [0];
  const cell: number[] = [];
  const factor: number[] = [];
  const slack: number[] = [];
  const along: number[] = [];
  const holds: number[] = [];
  for (const { measure, values } of persons) {
    const nested = relations.flatMap((_, h) => (measure.additiveOver[h] ? [] : [h]));
    if (nested.length === 0) continue;
    const wider = stepsToWider(nested, relations, cells.stride, addsSomewhere);
    const below = relations.map(({ sums }) => Map.groupBy(sums, ({ parent }) => parent));
    for (let id = 0; id < cells.count; id++) {
      const number = values[id]!;
      // Where zeros are shown, an empty cell says nothing that the wider one does not.
      if (Number.isNaN(number) || (number === 0 && !zerosHidden)) continue;
      const key = cells.key[id]!;
      for (const { step, hierarchy } of wider(key)) {
        const whole = cells.find(key + step);
        if (whole === undefined || values[whole]! - number > limit.pair) continue;
        cell.push(whole, id);
        factor.push(1, -1);
        start.push(cell.length);
        slack.push(values[whole]! - number);
        along.push(hierarchy);
        holds.push(1);
      }
      for (const h of nested) {
        const node = nodeAt(relations, cells.stride, key, h);
        for (const { children } of below[h]!.get(node) ?? []) {
          if (children.length < 2) continue;
          const parts = cellsOf(children, key, node, cells, cells.stride[h]!);
          const left = parts?.reduce((sum, part) => sum + values[part]!, -number) ?? -1;
          if (left < 0 || left > limit.perPart * (children.length + 1)) continue;
          cell.push(id, ...parts!);
          factor.push(-1, ...children.map(() => 1));
          start.push(cell.length);
          slack.push(left);
          along.push(h);
          holds.push(covers[h] ? 1 : 0);
        }
      }
    }
  }
  return {
    rows: slack.length,
    start: Int32Array.from(start),
    cell: Int32Array.from(cell),
    factor: Int8Array.from(factor),
    slack: Int32Array.from(slack),
    along: Uint8Array.from(along),
    holds: Uint8Array.from(holds),
  };
}

function nodeAt(relations: readonly Relations[], stride: readonly number[], key: number, h: number): number {
  return Math.floor(key / stride[h]!) % relations[h]!.upwards.length;
}

/** A position with wider codes: its distance in keys, and a hierarchy in which the code is wider. */
interface Wider {
  readonly step: number;
  readonly hierarchy: number;
}

/** Every position with wider codes in one or several hierarchies; cells with the same codes share the list. */
function stepsToWider(
  nested: readonly number[],
  relations: readonly Relations[],
  stride: readonly number[],
  addsSomewhere: readonly boolean[],
): (key: number) => readonly Wider[] {
  const known = new Map<number, readonly Wider[]>();
  return (key) => {
    let codes = 0;
    for (const h of nested) codes = codes * relations[h]!.upwards.length + nodeAt(relations, stride, key, h);
    let steps = known.get(codes);
    if (!steps) {
      let all: Wider[] = [{ step: 0, hierarchy: -1 }];
      for (const h of nested) {
        const node = nodeAt(relations, stride, key, h);
        all = all.flatMap((each) =>
          relations[h]!.upwards[node]!.map((wide) =>
            wide === node
              ? each
              : {
                  step: each.step + (wide - node) * stride[h]!,
                  hierarchy: addsSomewhere[each.hierarchy] ? each.hierarchy : h,
                },
          ),
        );
      }
      steps = all.filter(({ step }) => step !== 0);
      known.set(codes, steps);
    }
    return steps;
  };
}

/** The cells with other codes in one hierarchy, or undefined where one of them is not shown. */
function cellsOf(
  codes: readonly number[],
  key: number,
  node: number,
  cells: JointCells,
  stride: number,
): number[] | undefined {
  const found: number[] = [];
  for (const code of codes) {
    const cell = cells.find(key + (code - node) * stride);
    if (cell === undefined) return undefined;
    found.push(cell);
  }
  return found;
}
