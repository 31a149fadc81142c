import type { Highs, Model } from 'highs';
import { type Bounds, CONTRADICTION } from './narrow-bounds.ts';
import type { PublishedRow } from './published-system.ts';

/** How a linear program ended: with a point, without limit, or not in time. */
export type Ending = 'optimal' | 'unbounded' | 'stopped';

/** A system of equations with bounds that can be asked again and again for the point furthest in some direction. */
export interface LinearProgram {
  /**
   * Looks for the point with the largest sum of `weight × unknown`.
   *
   * @param seconds how long it may take
   * @throws RangeError when no point satisfies equations and bounds
   */
  maximise(weights: Float64Array, seconds: number): Ending;
  /** The point found last, one number per unknown. */
  point(): Float64Array;
  /** Changes the bounds of unknowns where they differ from the ones before. */
  setBounds(bounds: Bounds): void;
  /** Gives the memory back; nothing else does. */
  dispose(): void;
}

let loading: Promise<Highs> | undefined;

/** Loads the solver (HiGHS in WebAssembly) when first needed: who only protects or reads never does. */
export function loadSolver(): Promise<Highs> {
  // The declarations describe the CommonJS build: what they call the module is its default export here.
  loading ??= import('highs').then((module) => (module as unknown as typeof module.default).default());
  return loading;
}

/** Writes equations and bounds down for the solver. */
export function linearProgram(highs: Highs, rows: readonly PublishedRow[], bounds: Bounds): LinearProgram {
  const { constants } = highs;
  const model = quietly(() => modelOf(highs, rows, bounds));
  const columns = bounds.low.length;
  const now = { low: bounds.low.slice(), high: bounds.high.slice() };
  return {
    maximise(weights, seconds) {
      const status = quietly(() => {
        model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, weights);
        model.zeroAllClocks();
        if (Number.isFinite(seconds)) model.options.set('time_limit', Math.max(0.01, seconds));
        model.run();
        return model.getModelStatus();
      });
      switch (status) {
        case constants.modelStatus.optimal:
          return 'optimal';
        case constants.modelStatus.unbounded:
          return 'unbounded';
        case constants.modelStatus.infeasible:
          throw new RangeError(CONTRADICTION);
        default:
          return 'stopped';
      }
    },
    point: () => model.getSolution().colValue,
    setBounds({ low, high }) {
      for (let unknown = 0; unknown < columns; unknown++) {
        if (low[unknown] === now.low[unknown] && high[unknown] === now.high[unknown]) continue;
        now.low[unknown] = low[unknown]!;
        now.high[unknown] = high[unknown]!;
        quietly(() => model.changeColBounds(unknown, low[unknown]!, high[unknown]!));
      }
    },
    dispose: () => {
      model.dispose();
    },
  };
}

function modelOf(highs: Highs, rows: readonly PublishedRow[], { low, high }: Bounds): Model {
  const totals = Float64Array.from(rows, ({ total }) => total);
  let entries = 0;
  const model = highs.createModel({
    numCols: low.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(low.length),
    colLower: low,
    colUpper: high,
    rowLower: totals,
    rowUpper: totals,
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: low.length,
      starts: Int32Array.from([0, ...rows.map(({ unknowns }) => (entries += unknowns.length))]),
      indices: Int32Array.from(rows.flatMap(({ unknowns }) => unknowns)),
      values: Float64Array.from(rows.flatMap(({ signs }) => signs)),
    },
  });
  // From one direction to the next the last point stays feasible: primal simplex goes on from there.
  model.options.set({ output_flag: false, solver: 'simplex', simplex_strategy: 4, presolve: 'off' });
  return model;
}

/** The solver's own errors carry its whole source, and could carry data: they go no further. */
function quietly<Result>(call: () => Result): Result {
  try {
    return call();
  } catch {
    throw new Error('The solver of linear programs failed');
  }
}
