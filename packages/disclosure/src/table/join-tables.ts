import { makeProtectedTable, type ProtectedColumns, type ProtectedTable } from './protected-table.ts';
import { type Axis, axisAt, takeNodes } from './release-sections.ts';

/**
 * The part of a protected table at some nodes of one dimension, as it is.
 *
 * @param dimension id of the dimension
 * @param nodes in the order they get; those the table does not reach are left out
 * @throws RangeError when the table lacks the dimension
 */
export function cutTable(table: ProtectedTable, dimension: string, nodes: Int32Array): ProtectedTable {
  const { position, axis } = dimensionOf(table, dimension);
  const columns = table.shape.measures.map((_, measure) => {
    const { value, status } = table.columns(measure);
    return { value: takeNodes(value, axis, nodes), status: takeNodes(status, axis, nodes) };
  });
  const size = nodes.filter((node) => node < axis.size).length;
  return makeProtectedTable(withSize(table, position, size), columns);
}

/** A protected table that holds some nodes of a dimension. */
export interface TableSection {
  readonly table: ProtectedTable;
  /** Node of the whole that each of its nodes is; further ones are ignored. */
  readonly nodes: Int32Array;
}

/**
 * One table out of tables that hold different nodes of one dimension. Every number and every status stays what
 * it is in its section.
 *
 * Whether they are safe together is for the caller to see: sections that no equation connects are, as the years
 * of a cube; see `sectionOf`.
 *
 * @param dimension id of the dimension
 * @param size nodes of the whole; each is in one section
 * @throws RangeError when a node is missing or comes twice, or the tables are otherwise of different form
 *
 * @example
 * ```ts
 * const whole = joinTables('time', 51, [{ table: closed, nodes: closedNodes }, { table: open, nodes: openNodes }]);
 * ```
 */
export function joinTables(
  dimension: string,
  size: number,
  sections: readonly TableSection[],
): ProtectedTable {
  const [first] = sections;
  if (!first) throw new RangeError('There is nothing to join');
  const { position } = dimensionOf(first.table, dimension);
  const shape = withSize(first.table, position, size);
  const form = JSON.stringify(shape);
  const found = new Uint8Array(size);
  for (const { table, nodes } of sections) {
    if (JSON.stringify(withSize(table, position, size)) !== form) {
      throw new RangeError('The tables are of different form');
    }
    const own = dimensionOf(table, dimension).axis.size;
    const taken = nodes.filter((node) => node < size);
    if (taken.length !== own) throw new RangeError(`A table has ${own} nodes, not ${taken.length}`);
    for (const node of taken) found[node]!++;
  }
  if (found.some((times) => times !== 1)) throw new RangeError('Each node must be in one table');
  const axis = axisAt(
    shape.dimensions.map((each) => each.size),
    position,
  );
  const columns = shape.measures.map((_, measure) => joinColumns(measure, axis, sections));
  return makeProtectedTable(shape, columns);
}

function joinColumns(measure: number, axis: Axis, sections: readonly TableSection[]): ProtectedColumns {
  const length = sections.reduce((sum, { table }) => sum + table.cells, 0);
  const value = new Float64Array(length);
  const status = new Uint8Array(length);
  for (const { table, nodes } of sections) {
    const column = table.columns(measure);
    putNodes(value, column.value, axis, nodes);
    putNodes(status, column.status, axis, nodes);
  }
  return { value, status };
}

function putNodes<Column extends Float64Array | Uint8Array>(
  whole: Column,
  section: Column,
  { size, stride }: Axis,
  nodes: Int32Array,
): void {
  const taken = nodes.filter((node) => node < size);
  const blocks = whole.length / (size * stride);
  for (let block = 0; block < blocks; block++) {
    taken.forEach((node, position) => {
      const from = (block * taken.length + position) * stride;
      whole.set(section.subarray(from, from + stride), (block * size + node) * stride);
    });
  }
}

function dimensionOf({ shape }: ProtectedTable, dimension: string): { position: number; axis: Axis } {
  const position = shape.dimensions.findIndex(({ id }) => id === dimension);
  if (position < 0) throw new RangeError(`The table has no dimension ${dimension}`);
  const sizes = shape.dimensions.map(({ size }) => size);
  return { position, axis: axisAt(sizes, position) };
}

function withSize({ shape }: ProtectedTable, position: number, size: number): ProtectedTable['shape'] {
  return {
    dimensions: shape.dimensions.map((each, at) => (at === position ? { ...each, size } : each)),
    measures: shape.measures,
  };
}
