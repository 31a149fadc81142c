import { measureIndex } from '../../pivot/cell.ts';
import { headerCellAt } from '../../pivot/header.ts';
import { stubCount, type GridPosition } from '../../pivot/navigation.ts';
import { nodeLabel } from '../../pivot/node-key.ts';
import type { Frame } from '../frame.ts';

/** What a header says, with the headers it stands under: `2025, I alt`. */
export function headerName({ layout, info }: Frame, { row, column }: GridPosition): string {
  if (column < 0) {
    const d = column + stubCount(layout);
    const dimension = layout.rows.axis.dimensions[d];
    if (!dimension) return info.measureName(layout.measures[0]!);
    if (row < 0) return info.levelNames(dimension);
    const node = dimension.nodeOf[layout.rows.order[row]!]!;
    return nodeLabel(layout.rows.axis, d, node, layout.labels);
  }
  const names: string[] = [];
  for (let h = 0; h <= row + layout.header.length; h++) {
    const cell = headerCellAt(layout.header, h, column);
    const { dimension, node } = layout.header[cell.row]!;
    names.push(
      dimension < 0
        ? info.measureName(layout.measures[measureIndex(layout, column)]!)
        : nodeLabel(layout.columns.axis, dimension, node[cell.index]!, layout.labels),
    );
  }
  // A header that reaches over several rows is met in each of them.
  return [...new Set(names)].join(', ');
}
