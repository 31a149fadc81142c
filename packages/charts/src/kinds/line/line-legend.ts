import { legendOf, type LegendEntry } from '../../chart-legend.ts';
import type { ChartOptions } from '../../chart-options.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import type { Writing } from '../../words.ts';

const LOOKS = {
  provisional: { da: 'stiplet, med åbent mærke', en: 'dotted, with an open marker' },
  unreliable: { da: 'med kryds', en: 'with a cross' },
} as const;

/** The legend of a plot over time: there a letter is drawn as a look of the line and its points. */
export function lineLegend(model: ChartModel, writing: Writing, options: ChartOptions): LegendEntry[] {
  return legendOf(model, writing, options).map((entry) =>
    entry.kind === 'provisional' || entry.kind === 'unreliable'
      ? { ...entry, text: `${entry.text}, ${LOOKS[entry.kind][writing.language]}` }
      : entry,
  );
}
