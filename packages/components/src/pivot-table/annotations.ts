import type { nothing, TemplateResult } from 'lit';
import type { Axis } from '../pivot/axis.ts';
import type { Range } from '../pivot/window.ts';
import type { CellSlot } from './cell-painter.ts';
import type { ColumnLook } from './column-look.ts';
import type { Frame } from './frame.ts';
import type { TextMetrics } from './text-metrics.ts';

/** Goes over the cells of a row after they were written. */
export interface CellAnnotations {
  /** What is written over. When it becomes another, the table begins with new cells. */
  readonly kind: string;
  /** @param cells the cells of the row, of which the first stands at the first column of the window */
  paint(frame: Frame, cells: readonly CellSlot[], row: number, columns: Range, look: ColumnLook): void;
}

/**
 * What a table says of its numbers beside the numbers: flags, footnotes, units, the reader's own members,
 * shades. A table that has nothing of it loads nothing of it. Dimension −1 stands for the measures.
 */
export interface Annotations {
  /** Pixels a header needs beside its label. */
  room(axis: Axis, dimension: number, node: number, metrics: TextMetrics): number;
  /** Pixels the cells of a measure need beside their numbers. */
  cellRoom(measure: number, metrics: TextMetrics): number;
  /** Writes what stands in a header beside its label, and takes away what stood there before. */
  header(header: HTMLElement, axis: Axis, dimension: number, node: number, name: string): void;
  /** Null where all cells are plain. */
  readonly cells: CellAnnotations | null;
  readonly styles: readonly CSSStyleSheet[];
  /** More marks for the explanation below the table. */
  readonly legend: readonly TemplateResult[];
  /** What is to be known of single members and measures. */
  readonly footnotes: TemplateResult | typeof nothing;
}
