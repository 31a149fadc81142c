import { sizesOf } from '../table/cuboid.ts';
import type { JointCells } from '../table/joint-cells.ts';
import {
  makeProtectedTable,
  type ProtectedColumns,
  type ProtectedTable,
  PUBLISHED,
  ROUNDED,
  SUPPRESSED,
} from '../table/protected-table.ts';
import type { RawMeasure, RawRelease } from '../table/raw-release.ts';
import { roundCount, roundTo } from './rounding.ts';

/** A number as it is published. */
export function roundedValue(kind: RawMeasure['kind'], value: number, base: number): number {
  switch (kind) {
    case 'public':
      return value;
    case 'persons':
    case 'events':
      return roundCount(value, base);
    case 'sum':
      return roundTo(value, base);
  }
}

/** Cuts the cuboids out of a joint pattern, every number rounded. Hidden cells keep none. */
export function roundedTables(
  release: RawRelease,
  cells: JointCells,
  hidden: Uint8Array,
  base: number,
): ProtectedTable[] {
  return release.cuboids.map((cuboid, position) => {
    const sizes = sizesOf(release, cuboid);
    const dimensions = cuboid.dimensions.map((hierarchy, at) => ({
      id: release.hierarchies[hierarchy]!.id,
      size: sizes[at]!,
    }));
    const shown = release.measures.flatMap(({ id, kind }, index) => {
      const values = cuboid.values[index]!;
      return values.length > 0 ? [{ id, kind, values }] : [];
    });
    const columns = shown.map(({ kind, values }): ProtectedColumns => {
      if (kind === 'public')
        return { value: values.slice(), status: new Uint8Array(values.length).fill(PUBLISHED) };
      const ids = cells.of[position]!;
      return {
        value: values.map((value, cell) => (hidden[ids[cell]!] ? 0 : roundedValue(kind, value, base))),
        status: Uint8Array.from(ids, (id) => (hidden[id] ? SUPPRESSED : ROUNDED)),
      };
    });
    return makeProtectedTable({ dimensions, measures: shown.map(({ id }) => id) }, columns);
  });
}
