import type { ChartValue } from '../model/chart-value.ts';
import { shape, type Shape } from './shape.ts';

/** One value of a chart: what is drawn, where it can be pointed at, and the words for it. */
export interface Mark {
  readonly label: string;
  readonly category: number;
  readonly series: number;
  /** Where the pointer and the focus ring are: at least as large as what is drawn. A class makes it be drawn itself. */
  readonly area: { x: number; y: number; width: number; height: number; class?: string };
  readonly shapes: readonly Shape[];
  /** What is known of the value, where its hatch stands elsewhere than in the mark. */
  readonly kind?: ChartValue['kind'];
}

/** A mark as an item of the list of marks. `<datakube-chart>` moves the focus from one to the next. */
export function mark({ label, category, series, area, shapes, kind }: Mark): Shape {
  return shape(
    'g',
    {
      class: 'mark',
      role: 'listitem',
      'aria-label': label,
      'data-category': category,
      'data-series': series,
      'data-kind': kind === 'hidden' ? kind : undefined,
    },
    [shape('rect', { ...area, class: area.class ? `area ${area.class}` : 'area' }), ...shapes],
  );
}

/** The whole drawing: what is only for the eye behind the list of marks, the marks, and what is for the eye before them. */
export function chart(
  { width, height }: { width: number; height: number },
  label: string,
  backdrop: readonly Shape[],
  marks: readonly Mark[],
  front: readonly Shape[] = [],
): Shape {
  return shape(
    'svg',
    {
      class: 'datakube-chart',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'group',
      'aria-label': label,
    },
    [
      shape('g', { 'aria-hidden': 'true' }, backdrop),
      ...(marks.length > 0 ? [shape('g', { role: 'list' }, marks.map(mark))] : []),
      ...(front.length > 0 ? [shape('g', { class: 'front', 'aria-hidden': 'true' }, front)] : []),
    ],
  );
}
