/** Sums for many figures, each a ratio: what was found, and among how many. */
export type Tally = Map<string, { found: number; among: number }>;

export function count(tally: Tally, figure: string, found: number, among: number): void {
  const entry = tally.get(figure);
  if (!entry) {
    tally.set(figure, { found, among });
    return;
  }
  entry.found += found;
  entry.among += among;
}

/** The ratio of a figure, or NaN where nothing was counted. */
export function ratioOf(tally: Tally, figure: string): number {
  const entry = tally.get(figure);
  return entry && entry.among > 0 ? entry.found / entry.among : NaN;
}
