import { sizesOf } from './cuboid.ts';
import type { JointCells } from './joint-cells.ts';
import {
  makeProtectedTable,
  type ProtectedColumns,
  type ProtectedTable,
  PUBLISHED,
  SUPPRESSED,
} from './protected-table.ts';
import type { RawRelease } from './raw-release.ts';

/** Cuts the cuboids out of a joint pattern. Hidden cells keep no number; public measures are never hidden. */
export function protectedTables(
  release: RawRelease,
  cells: JointCells,
  hidden: Uint8Array,
): ProtectedTable[] {
  return release.cuboids.map((cuboid, position) => {
    const sizes = sizesOf(release, cuboid);
    const dimensions = cuboid.dimensions.map((hierarchy, at) => ({
      id: release.hierarchies[hierarchy]!.id,
      size: sizes[at]!,
    }));
    const shown = release.measures.flatMap((measure, index) => {
      const values = cuboid.values[index]!;
      return values.length > 0 ? [{ ...measure, values }] : [];
    });
    const columns = shown.map(({ kind, values }) =>
      kind === 'public' ? published(values) : withoutHidden(values, cells.of[position]!, hidden),
    );
    return makeProtectedTable({ dimensions, measures: shown.map(({ id }) => id) }, columns);
  });
}

function published(values: Float64Array): ProtectedColumns {
  return { value: values.slice(), status: new Uint8Array(values.length).fill(PUBLISHED) };
}

function withoutHidden(values: Float64Array, ids: Int32Array, hidden: Uint8Array): ProtectedColumns {
  const value = new Float64Array(values.length);
  const status = new Uint8Array(values.length).fill(PUBLISHED);
  for (let cell = 0; cell < values.length; cell++) {
    if (hidden[ids[cell]!]) status[cell] = SUPPRESSED;
    else value[cell] = values[cell]!;
  }
  return { value, status };
}
