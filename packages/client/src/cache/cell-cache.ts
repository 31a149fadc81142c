import type { CellSet } from '@datakube/contract';

/** Keeps the latest answers, up to a number of cells. */
export interface CellCache {
  get(id: string): CellSet | undefined;
  set(id: string, cells: CellSet): void;
  clear(): void;
}

/** A least-recently-used cache, bounded by the cells in it: nine bytes each, and the labels. */
export function createCellCache(limit: number): CellCache {
  const kept = new Map<string, CellSet>();
  let total = 0;

  const drop = (id: string): void => {
    const cells = kept.get(id);
    if (cells === undefined) return;
    kept.delete(id);
    total -= size(cells);
  };

  return {
    get(id) {
      const cells = kept.get(id);
      if (cells === undefined) return undefined;
      kept.delete(id);
      kept.set(id, cells);
      return cells;
    },
    set(id, cells) {
      drop(id);
      kept.set(id, cells);
      total += size(cells);
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        drop(oldest);
      }
    },
    clear() {
      kept.clear();
      total = 0;
    },
  };
}

function size({ rows, columns, measures }: CellSet): number {
  return rows.length * columns.length * measures.size;
}
