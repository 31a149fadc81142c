import type { CellSet } from '@datakube/contract';
import { productCellSet, type CellOf, type DimensionShape } from '../fixtures/product-cell-set.ts';

/** What is drawn: bars of two series, lines in panels of their own, and a heat map. */
export type Drawn = 'bars' | 'panels' | 'heat-map';

const cell: CellOf = (row, column) =>
  (row * 31 + column * 7) % 19 === 5
    ? { status: 'suppressed' }
    : { value: 10 + ((row * 7919 + column * 104_729) % 899) / 10, status: 'published' };

const members = (dimension: string, count: number, name: string): DimensionShape => ({
  dimension,
  members: Array.from({ length: count }, (_, index) => ({
    code: `${dimension}${index}`,
    label: `${name} ${index}`,
    level: dimension,
  })),
});

/** 98 × 2 bars, 20 lines of 40 periods, a heat map of 98 × 20; about every nineteenth value is hidden. */
export const cellSets: Readonly<Record<Drawn, CellSet>> = {
  bars: productCellSet([members('residence', 98, 'Kommune')], [members('sex', 2, 'Køn')], { rate: cell }),
  panels: productCellSet([members('residence', 20, 'Kommune')], [members('time', 40, 'Kvartal')], {
    rate: cell,
  }),
  'heat-map': productCellSet([members('residence', 98, 'Kommune')], [members('age', 20, 'Alder')], {
    rate: cell,
  }),
};
