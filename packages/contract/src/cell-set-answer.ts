import * as z from 'zod/mini';
import { carriesNumber, Note, Status, Tuple } from './cell-set.ts';
import { Declaration } from './declaration.ts';
import { DisclosureRecord } from './disclosure-record.ts';
import { FLAGS } from './flags.ts';
import { Identifier } from './identifiers.ts';

// Apart from the rest of the cell set: browsers check answers cell by cell without a schema, and need not load one.

/** A single cell as a closed union: a suppressed cell with a number does not parse. */
export const Cell = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published'), value: z.number() }),
  z.strictObject({ status: z.literal('rounded'), value: z.number() }),
  z.strictObject({ status: z.literal('perturbed'), value: z.number() }),
  z.strictObject({ status: z.literal('suppressed'), value: z.optional(z.null()) }),
  z.strictObject({ status: z.literal('missing'), value: z.optional(z.null()) }),
  z.strictObject({ status: z.literal('not-applicable'), value: z.optional(z.null()) }),
]);
export type Cell = z.infer<typeof Cell>;

/** Values and statuses of one measure, row by row: cell (r, c) is at index r × columns + c. */
export const MeasureCells = z
  .object({
    value: z.array(z.nullable(z.number())),
    status: z.array(Status),
    /** Cells for which a flag holds, by their index; left out where there are none. */
    flags: z.optional(z.partialRecord(z.enum(FLAGS), z.array(z.int()))),
  })
  .check(
    z.refine(
      ({ value, status }) =>
        value.length === status.length &&
        status.every((s, index) => carriesNumber(s) === (value[index] !== null)),
      'a cell carries a number if and only if its status says so',
    ),
  );
export type MeasureCells = z.infer<typeof MeasureCells>;

/** The answer to a query, as JSON. */
export const CellSetAnswer = z
  .object({
    cube: Identifier,
    release: z.string(),
    axes: z.object({ rows: z.array(Tuple), columns: z.array(Tuple) }),
    cells: z.record(z.string(), MeasureCells),
    notes: z.array(Note),
    declaration: Declaration,
    synthetic: z.boolean(),
    disclosure: DisclosureRecord,
  })
  .check(
    z.refine(
      ({ axes, cells }) =>
        Object.values(cells).every((cell) => cell.value.length === axes.rows.length * axes.columns.length),
      'every measure has one cell for each row and column',
    ),
  );
export type CellSetAnswer = z.infer<typeof CellSetAnswer>;
