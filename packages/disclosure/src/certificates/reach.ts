import { type Ground, MOST_CHANGE, type Perturbation, type Reach } from './ground.ts';

/** How often a perturbation can be added and taken away before a number becomes impossible. */
export function reachOf(ground: Ground, { cells, change }: Perturbation): Reach {
  const { room, roof, tight } = ground;
  let up = MOST_CHANGE;
  let down = MOST_CHANGE;
  let rows: Map<number, number> | undefined;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const by = change[i]!;
    const size = Math.abs(by);
    const most = Math.floor(MOST_CHANGE / size);
    const lower = Math.min(most, Math.floor(room[cell]! / size));
    const higher = Math.min(most, Math.floor(roof[cell]! / size));
    up = Math.min(up, by > 0 ? higher : lower);
    down = Math.min(down, by > 0 ? lower : higher);
    for (let at = tight.rowStart[cell]!; at < tight.rowStart[cell + 1]!; at++) {
      const row = tight.rowOf[at]!;
      rows ??= new Map();
      rows.set(row, (rows.get(row) ?? 0) + by * tight.factorOf[at]!);
    }
  }
  for (const [row, by] of rows ?? []) {
    if (by === 0) continue;
    const steps = Math.floor(tight.slack[row]! / Math.abs(by));
    if (by < 0) up = Math.min(up, steps);
    else down = Math.min(down, steps);
  }
  return { up, down };
}
