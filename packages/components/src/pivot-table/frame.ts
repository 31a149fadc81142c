import type { Layout } from '../pivot/layout.ts';
import type { Annotations } from './annotations.ts';
import type { Geometry } from './geometry.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';
import type { TableInfo } from './table-info.ts';
import type { TableWords } from './table-words.ts';

/** Everything the painters need to draw one state of the table. Plain data; a new state is a new frame. */
export interface Frame {
  readonly layout: Layout;
  readonly geometry: Geometry;
  readonly info: TableInfo;
  readonly words: TableWords;
  readonly texts: PivotTableTexts;
  readonly annotations: Annotations | null;
}
