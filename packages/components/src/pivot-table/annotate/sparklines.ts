import { sparkline, sparklineStyles, type ChartValue } from '@datakube/charts';
import { carriesNumber, FLAGS } from '@datakube/contract';
import type { Axis } from '../../pivot/axis.ts';
import { cellIndex, statusAt, valueAt } from '../../pivot/cell.ts';
import type { Layout } from '../../pivot/layout.ts';
import type { CellAnnotations } from '../annotations.ts';
import type { AnnotationSubject } from '../late-annotations.ts';
import { chartTokens } from '../../chart/chart-tokens.ts';
import { periodColumns } from './period-columns.ts';
import { sparkStyles } from './spark.styles.ts';

/** Room for a sparkline beside a label, and the least a header must have for both. */
const WIDTH = 72 + 12;
const NARROWEST = WIDTH + 72;
const BREAK = 1 << FLAGS.indexOf('break');

const lines = new CSSStyleSheet();
lines.replaceSync(sparklineStyles);

/** What the headers of rows show, so that a row that stays is not drawn again. */
interface Shown {
  readonly layout: Layout;
  readonly row: number;
}

/**
 * Sparklines at the end of row headers: the first measure over the periods on the columns. Null where the columns have no
 * course to show: fewer than two periods, or several courses side by side without a total.
 */
export function spark({ layout, info }: AnnotationSubject): {
  room: (axis: Axis, dimension: number) => number;
  paint: CellAnnotations['paint'];
  styles: readonly CSSStyleSheet[];
} | null {
  const periods = periodColumns(layout.columns, (dimension) => info.isTime(dimension));
  if (!periods) return null;
  const columns = periods.positions.map((position) => position * layout.measures.length);
  const shown = new WeakMap<Element, Shown>();
  const last = layout.rows.axis.dimensions.length - 1;
  return {
    room: (axis, dimension) => (axis === layout.rows.axis && dimension === last ? WIDTH : 0),
    paint({ geometry }, cells, row) {
      const header = cells[0]?.element.parentElement?.querySelector('.stub.last');
      if (!header) return;
      const before = shown.get(header);
      if (before?.layout === layout && before.row === row) return;
      shown.set(header, { layout, row });
      header.querySelector('.datakube-sparkline')?.remove();
      if (geometry.stubs.at(-1)! - geometry.stubs.at(-2)! < NARROWEST) return;
      const values = columns.map((column) => valueOf(layout, row, column));
      const breaks = [...columns.keys()].filter(
        (at) => periods.breaks.includes(at) || isBreak(layout, row, columns[at]!),
      );
      header.append(sparkline(values, { breaks }));
    },
    styles: [chartTokens.styleSheet!, lines, sparkStyles.styleSheet!],
  };
}

function valueOf(layout: Layout, row: number, column: number): ChartValue {
  const status = statusAt(layout, row, column);
  if (carriesNumber(status)) return { kind: 'shown', value: valueAt(layout, row, column) };
  return { kind: status === 'suppressed' ? 'hidden' : 'missing' };
}

function isBreak(layout: Layout, row: number, column: number): boolean {
  const bits = layout.measureColumns[0]!.flags?.[cellIndex(layout, row, column)] ?? 0;
  return (bits & BREAK) !== 0;
}
