import type { CellSet, MeasureColumns } from '@datakube/contract';
import { productCellSet, type DimensionShape } from '../fixtures/product-cell-set.ts';

/**
 * A cell set of about `cells` cells: residence with parents × age group, by year × kind of contact, every
 * ninth value hidden. Each call gives new objects over the same numbers, so that nothing is remembered.
 */
export function benchCellSet(cells: 39_200 | 392_000): CellSet {
  return fresh((memory[cells] ??= make(cells / 100)));
}

/** The same with a dimension less: residence alone by year and kind of contact. */
export function smallerCellSet(): CellSet {
  return fresh((smaller ??= make(98)));
}

let smaller: CellSet | undefined;

function fresh(made: CellSet): CellSet {
  const measures = new Map<string, MeasureColumns>();
  for (const [id, measure] of made.measures) measures.set(id, { ...measure });
  return { ...made, rows: [...made.rows], columns: [...made.columns], measures };
}

const memory: Partial<Record<number, CellSet>> = {};

function make(rows: number): CellSet {
  const ages = rows === 98 ? 0 : rows === 392 ? 4 : 40;
  const residence: DimensionShape = {
    dimension: 'residence',
    members: Array.from({ length: 5 }, (_, region) => ({
      code: `R${region}`,
      label: `Region ${region}`,
      level: 'region',
      children: Array.from({ length: region < 3 ? 19 : 18 }, (_, m) => ({
        code: `M${region}${m}`,
        label: `Kommune ${region}${m}`,
        level: 'municipality',
      })),
    })),
  };
  const age: DimensionShape = {
    dimension: 'age-group',
    members: Array.from({ length: Math.max(0, ages - 1) }, (_, a) => ({
      code: `A${a}`,
      label: `${a}–${a + 1} år`,
      level: 'age',
    })),
    total: 'I alt',
  };
  const time: DimensionShape = {
    dimension: 'time',
    members: Array.from({ length: 20 }, (_, y) => ({
      code: `Y${y}`,
      label: String(2006 + y),
      level: 'year',
    })),
  };
  const kind: DimensionShape = {
    dimension: 'kind',
    members: ['Akut', 'Planlagt', 'Virtuel', 'Andet'].map((label) => ({
      code: label.toLowerCase(),
      label,
      level: 'kind',
    })),
    total: 'I alt',
  };
  return productCellSet(ages === 0 ? [residence] : [residence, age], [time, kind], {
    persons: (r, c) => {
      const mixed = Math.imul(r * 131 + c + 1, 0x9e3779b1) >>> 0;
      return mixed % 9 === 0 ? { status: 'suppressed' } : { status: 'published', value: mixed % 100_000 };
    },
  });
}
