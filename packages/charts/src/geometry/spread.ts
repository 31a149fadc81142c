/**
 * Moves places apart until none are nearer than `room`, keeping their order and staying between `low` and `high`
 * where that is possible: labels at the ends of lines that end at nearly the same height.
 */
export function spread(wanted: readonly number[], room: number, low: number, high: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = [...wanted];
  let least = low;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least);
    least = (placed[index] ?? 0) + room;
  }
  let most = high;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = (placed[index] ?? 0) - room;
  }
  return placed;
}
