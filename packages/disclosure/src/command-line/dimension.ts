import type { Hierarchy } from '../table/hierarchy.ts';
import type { CsvTable } from './csv.ts';
import { InputError } from './input-error.ts';
import type { Nesting } from './nesting.ts';

export const TOTAL = 'Total';

/** A column of the table with the codes of all its nodes; parents stand in it beside the finest members. */
export interface Dimension {
  readonly column: string;
  readonly codes: readonly string[];
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly hierarchy: Hierarchy;
}

/** A code that is the sum of others. */
export interface CodeSum {
  readonly parent: string;
  readonly children: readonly string[];
}

/**
 * Numbers the codes of a column by depth, the total first. A code's depth is its longest way from the
 * total, so groupings may overlap and may have different heights.
 *
 * @param sums every relation among the codes; at least one has the total as parent
 */
export function buildDimension(column: string, sums: readonly CodeSum[]): Dimension {
  const depthOf = new Map([[TOTAL, 0]]);
  const above = new Map<string, string>();
  const place = (code: string): void => {
    const depth = depthOf.get(code)! + 1;
    for (const { parent, children } of sums) {
      if (parent !== code) continue;
      for (const child of children) {
        if ((depthOf.get(child) ?? 0) >= depth) continue;
        depthOf.set(child, depth);
        above.set(child, code);
        place(child);
      }
    }
  };
  place(TOTAL);
  const codes = [...depthOf.keys()].sort((a, b) => depthOf.get(a)! - depthOf.get(b)!);
  const nodeOf = new Map(codes.map((code, node) => [code, node]));
  const node = (code: string): number => nodeOf.get(code)!;
  const depths = codes.map((code) => depthOf.get(code)!);
  return {
    column,
    codes,
    nodeOf,
    hierarchy: {
      id: column,
      parent: Int32Array.from(codes, (code) => (code === TOTAL ? -1 : node(above.get(code)!))),
      depth: Uint8Array.from(depths),
      nodesTo: Array.from(
        { length: depths.at(-1)! + 1 },
        (_, depth) => depths.filter((at) => at <= depth).length,
      ),
      sums: sums.map(({ parent, children }) => ({ parent: node(parent), children: children.map(node) })),
    },
  };
}

/**
 * Reads the dimensions out of inner cells: which codes there are, and how they nest.
 *
 * @param columns the dimensions, in order
 * @throws InputError when a column is missing, a code has two meanings, or a member two parents in one column
 */
export function dimensionsOf(
  table: CsvTable,
  columns: readonly string[],
  nestings: readonly Nesting[],
): Dimension[] {
  for (const { column, chains } of nestings)
    for (const name of [column, ...chains.flat()]) position(table, name);
  return columns.map((column) => {
    const chains = nestings.find((nesting) => nesting.column === column)?.chains ?? [[]];
    const levels = [...new Set([column, ...chains.flat()])];
    const meaning = new Map([[TOTAL, 'the total']]);
    for (const level of levels) {
      for (const code of codesIn(table, level)) {
        if (code === '') throw new InputError(`Column ${level} must not be empty`);
        if (meaning.has(code))
          throw new InputError(
            `The code ${code} stands for ${meaning.get(code)} and for a member of ${level}`,
          );
        meaning.set(code, `a member of ${level}`);
      }
    }
    const sums = chains.flatMap((chain) => [
      { parent: TOTAL, children: codesIn(table, chain.at(-1) ?? column) },
      ...chain.flatMap((parent, at) => groupsOf(table, at === 0 ? column : chain[at - 1]!, parent)),
    ]);
    return buildDimension(column, sums);
  });
}

/** Position of a column in the heading. */
export function position(table: CsvTable, column: string): number {
  const at = table.columns.indexOf(column);
  if (at < 0) throw new InputError(`There is no column ${column}; there are ${table.columns.join(', ')}`);
  return at;
}

function codesIn(table: CsvTable, column: string): string[] {
  const at = position(table, column);
  const codes = new Set<string>();
  let last: string | undefined;
  for (const row of table.rows) {
    // Neighbouring rows mostly have the same code.
    if (row[at] === last) continue;
    last = row[at]!;
    codes.add(last);
  }
  return [...codes];
}

function groupsOf(table: CsvTable, childColumn: string, parentColumn: string): CodeSum[] {
  const child = position(table, childColumn);
  const parent = position(table, parentColumn);
  const parentOf = new Map<string, string>();
  for (const row of table.rows) {
    const known = parentOf.get(row[child]!);
    if (known === undefined) parentOf.set(row[child]!, row[parent]!);
    else if (known !== row[parent]) {
      throw new InputError(
        `${row[child]} in ${childColumn} has two parents in ${parentColumn}: ${known} and ${row[parent]}`,
      );
    }
  }
  const groups = Map.groupBy(parentOf.keys(), (code) => parentOf.get(code)!);
  return [...groups].map(([code, children]) => ({ parent: code, children }));
}
