import { plainField, type AxisField, type ExplorerState, type Look } from './explorer-state.ts';

/** A dimension on an axis as a page may write it: the level alone, or more. */
export type FieldRequest = Pick<AxisField, 'dimension' | 'level'> & Partial<AxisField>;

/** A state as a page may write it. What it leaves out is as usual for the cube. */
export interface StateRequest extends Partial<Omit<ExplorerState, 'rows' | 'columns' | 'look'>> {
  readonly rows?: readonly FieldRequest[];
  readonly columns?: readonly FieldRequest[];
  readonly look?: Partial<Look>;
}

/**
 * The whole state a page has asked for.
 *
 * @param usual what is taken for what is left out: the first layout of the cube
 * @example
 * ```ts
 * completeState({ rows: [{ dimension: 'age', level: 'ten-year' }], measures: ['persons'] }, firstLayout(cube));
 * ```
 */
export function completeState(request: StateRequest, usual: ExplorerState): ExplorerState {
  const whole = (field: FieldRequest): AxisField => ({
    ...plainField(field.dimension, field.level),
    ...field,
  });
  const rows = request.rows?.map(whole);
  const columns = request.columns?.map(whole);
  const without = (fields: readonly AxisField[], placed: readonly AxisField[] = []): readonly AxisField[] =>
    fields.filter(({ dimension }) => !placed.some((other) => other.dimension === dimension));
  return {
    ...usual,
    ...request,
    rows: rows ?? without(usual.rows, columns),
    columns: columns ?? without(usual.columns, rows),
    look: { ...usual.look, ...request.look },
  };
}
