/** How much work an attack may take. What it does not get done is reported as undecided, never as safe. */
export interface WorkLimit {
  /** Most linear programs to solve. Default: as many as it takes. */
  readonly programs?: number;
  /** Most seconds, told by `clock`. Default: as long as it takes. */
  readonly seconds?: number;
  /** Milliseconds since some moment, needed with `seconds`. */
  readonly clock?: () => number;
}

/** Work as it is being done. */
export interface WorkMeter {
  /** Linear programs solved so far. */
  readonly programs: number;
  /** Seconds left, infinite without a limit. */
  secondsLeft(): number;
  isSpent(): boolean;
  count(): void;
}

/**
 * Starts the clock.
 *
 * @throws RangeError when seconds are limited and there is no clock
 */
export function startMeter({ programs = Infinity, seconds = Infinity, clock }: WorkLimit): WorkMeter {
  if (Number.isFinite(seconds) && !clock) throw new RangeError('A limit in seconds needs a clock');
  const start = clock?.() ?? 0;
  let solved = 0;
  const secondsLeft = (): number => (clock ? seconds - (clock() - start) / 1000 : Infinity);
  return {
    get programs() {
      return solved;
    },
    secondsLeft,
    isSpent: () => solved >= programs || secondsLeft() <= 0,
    count: () => {
      solved++;
    },
  };
}
