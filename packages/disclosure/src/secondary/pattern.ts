/**
 * A pattern in the making. Cells only ever go from shown to hidden: hiding more cells never makes
 * another one calculable, so every step keeps what earlier steps have reached.
 */
export interface Pattern {
  /** 1 for hidden cells. Differences of nested codes stand after the joint cells and are always hidden. */
  readonly hidden: Uint8Array;
  /** What hiding a cell costs; infinite for published zeros, which cannot be hidden. */
  readonly cost: Float64Array;
}
