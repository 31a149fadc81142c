import type { ChartType } from '@datakube/contract';

/** The user chooses a kind of chart; `fitting` is the one that suits, whatever it is. */
export class ChartTypeChangeEvent extends Event {
  static readonly eventName = 'datakube-chart-type-change';
  readonly chart: ChartType | 'fitting';

  constructor(chart: ChartType | 'fitting') {
    super(ChartTypeChangeEvent.eventName, { bubbles: true, composed: true });
    this.chart = chart;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-chart-type-change': ChartTypeChangeEvent;
  }
}
