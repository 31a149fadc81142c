import type { Hierarchy, Sum } from '../table/hierarchy.ts';
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

/** A grouping of the finest members: for each parent code the codes directly under it. */
export type Grouping = ReadonlyMap<string, readonly string[]>;

/**
 * Numbers the members of a column, parents first.
 *
 * @param leaves codes of the finest members
 * @param levels per chain of groupings, the finest grouping first
 * @throws InputError when a code has two meanings
 */
export function buildDimension(column: string, leaves: readonly string[], levels: readonly (readonly Grouping[])[]): Dimension {
  const depthOfLeaves = 1 + Math.max(0, ...levels.map((chain) => chain.length));
  const byDepth: string[][] = Array.from({ length: depthOfLeaves + 1 }, () => []);
  byDepth[0]!.push(TOTAL);
  byDepth[depthOfLeaves]!.push(...leaves);
  for (const chain of levels) {
    chain.toReversed().forEach((grouping, at) => {
      for (const code of grouping.keys()) if (!byDepth[at + 1]!.includes(code)) byDepth[at + 1]!.push(code);
    });
  }
  const codes = byDepth.flat();
  const nodeOf = new Map(codes.map((code, node) => [code, node]));
  if (nodeOf.size !== codes.length) {
    const twice = codes.find((code, node) => nodeOf.get(code) !== node);
    throw new InputError(`Column ${column}: the code ${twice} stands for two members`);
  }
  const node = (code: string): number => nodeOf.get(code)!;
  const sums: Sum[] = [];
  const parent = new Int32Array(codes.length).fill(-1);
  const addSum = (above: string, below: readonly string[]): void => {
    sums.push({ parent: node(above), children: below.map(node) });
    for (const code of below) if (parent[node(code)]! < 0) parent[node(code)] = node(above);
  };
  for (const chain of levels.length > 0 ? levels : [[]]) {
    addSum(TOTAL, chain.length > 0 ? [...chain.at(-1)!.keys()] : leaves);
    for (const grouping of chain) for (const [above, below] of grouping) addSum(above, below);
  }
  let nodes = 0;
  const nodesTo = byDepth.map((level) => (nodes += level.length));
  const depth = Uint8Array.from(byDepth.flatMap((level, at) => level.map(() => at)));
  return { column, codes, nodeOf, hierarchy: { id: column, parent, depth, nodesTo, sums } };
}

/**
 * Reads the dimensions out of inner cells: which codes there are, and how they nest.
 *
 * @param columns the dimensions, in order
 * @throws InputError when a member has two parents in one column, or a column is missing
 */
export function dimensionsOf(table: CsvTable, columns: readonly string[], nestings: readonly Nesting[]): Dimension[] {
  return columns.map((column) => {
    const chains = nestings.find((nesting) => nesting.column === column)?.chains ?? [];
    const leaves = [...new Set(table.rows.map((row) => row[position(table, column)]!))];
    for (const code of leaves) {
      if (code === '' || code === TOTAL) throw new InputError(`Column ${column} must not hold "${code}" in inner cells`);
    }
    const levels = chains.map((chain) => chain.map((parent, at) => groupingOf(table, at === 0 ? column : chain[at - 1]!, parent)));
    return buildDimension(column, leaves, levels);
  });
}

/** Position of a column in the heading. */
export function position(table: CsvTable, column: string): number {
  const at = table.columns.indexOf(column);
  if (at < 0) throw new InputError(`There is no column ${column}; there are ${table.columns.join(', ')}`);
  return at;
}

function groupingOf(table: CsvTable, childColumn: string, parentColumn: string): Grouping {
  const child = position(table, childColumn);
  const parent = position(table, parentColumn);
  const parentOf = new Map<string, string>();
  for (const row of table.rows) {
    const known = parentOf.get(row[child]!);
    if (known !== undefined && known !== row[parent]) {
      throw new InputError(`${row[child]} in ${childColumn} has two parents in ${parentColumn}: ${known} and ${row[parent]}`);
    }
    parentOf.set(row[child]!, row[parent]!);
  }
  const children = new Map<string, string[]>();
  for (const [code, above] of parentOf) children.set(above, [...(children.get(above) ?? []), code]);
  return children;
}
