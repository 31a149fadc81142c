import { type Chart, defineChart } from '../../chart.ts';
import { legendOf, type LegendEntry } from '../../chart-legend.ts';
import type { ChartTable, TableCell } from '../../chart-table.ts';
import { tableOf } from '../../chart-table.ts';
import type { ChartModel } from '../../model/chart-model.ts';
import { describeDirections } from '../../sentences/directions.ts';
import type { Writing } from '../../words.ts';
import type { SmallMultiplesOptions } from './small-multiples-options.ts';
import { smallMultiplesModel, smallMultiplesScene } from './small-multiples-scene.ts';

/**
 * Draws a small panel over time for each member, all with the same scales, with the last value shown in figures and a
 * panel of their own for the scales. What is compared with is a dashed line in each. A hidden period is a gap with hatch
 * on the axis; a member that is hidden throughout is a hatched panel. The table has a row for each member.
 *
 * For more lines than can be told apart in one plot.
 *
 * The drawing takes its colours from {@link chartStyles}, which must be in the same document or shadow root.
 *
 * @example
 * ```ts
 * const country = { dimension: 'residence', member: 'total', label: 'Hele landet' };
 * const svg = smallMultiplesChart(cellSet, { references: [country], highlight: '0846', width: 616 });
 * element.replaceChildren(svg);
 * ```
 */
export const smallMultiplesChart: Chart<SmallMultiplesOptions> = defineChart({
  type: 'small-multiples',
  walk: 'across',
  model: smallMultiplesModel,
  scene: smallMultiplesScene,
  sentence: describeDirections,
  legend: legendOfLines,
  table: tableByMember,
});

/** What must be explained, and which line is which where there are two in a panel. */
function legendOfLines(model: ChartModel, writing: Writing, options: SmallMultiplesOptions): LegendEntry[] {
  const entries = legendOf(model, writing, options);
  if (model.references.length === 0) return entries;
  const own = writing.language === 'da' ? 'Navnet over feltet' : 'The name above the panel';
  return [
    ...entries,
    { kind: 'line', text: own },
    ...model.references.map(({ label }): LegendEntry => ({ kind: 'dashed-line', text: label })),
  ];
}

/** The table with a row for each panel: there are more of them than periods. */
function tableByMember(model: ChartModel, writing: Writing): ChartTable {
  const { columns, rows } = tableOf(model, writing);
  return {
    columns: rows.map(({ label }) => label),
    rows: columns.map((label, at) => ({
      label,
      cells: rows.flatMap(({ cells }): TableCell[] => {
        const cell = cells[at];
        return cell ? [cell] : [];
      }),
    })),
  };
}
