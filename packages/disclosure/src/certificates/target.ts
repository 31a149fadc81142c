/**
 * A number that must keep several possible values: a hidden count, or a small difference of counts. Its
 * value is Σ factor × number.
 */
export interface Target {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
  /** For a difference of nested codes the hierarchy they are in; else −1. */
  readonly along: number;
  /**
   * Single persons who know this number anyway, because it counts nobody else: for a difference that is one
   * person, which of those in the table is not known.
   */
  own: readonly number[] | 'anybody';
}
