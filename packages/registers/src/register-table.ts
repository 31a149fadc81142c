/** A column of a register. Codes are indices into code lists, so every column is a typed array. */
export type Column = Uint8Array | Uint16Array | Int32Array;

/** A register, or a block of one: columns of equal length, sorted by person. */
export interface RegisterTable {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** All registers for a contiguous block of persons, by table name. */
export interface RegisterBlock {
  readonly firstPerson: number;
  readonly persons: number;
  readonly tables: Readonly<Record<string, RegisterTable>>;
}

/** Name and width of each column of each register, known before a single row is made. */
export type RegisterSchema = Readonly<Record<string, Readonly<Record<string, 'uint8' | 'uint16' | 'int32'>>>>;

export interface RegisterOptions {
  /** Number of citizens alive and resident at the start. Default 600,000, a tenth of Denmark. */
  readonly citizens: number;
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** Persons in a block. Default 20,000. */
  readonly blockSize?: number;
}
