/** One measured figure. `ratio` is against the least that can be done, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly goal?: string;
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Processor seconds of this process spent by an act, all threads. */
export async function processorSeconds(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * Two acts in turn, several times, so that a busy moment of the machine falls on both.
 *
 * @returns the median of each in milliseconds of processor time, and the median of the ratios pair by pair
 */
export async function inTurn(
  ours: () => unknown,
  least: () => unknown,
  rounds = 15,
): Promise<{ readonly ours: number; readonly least: number; readonly ratio: number }> {
  for (let warmUp = 0; warmUp < 3; warmUp++) {
    await ours();
    await least();
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push((await processorSeconds(ours)) * 1000);
    b.push((await processorSeconds(least)) * 1000);
  }
  return { ours: median(a), least: median(b), ratio: median(a.map((value, round) => value / b[round]!)) };
}
