import {
  STATUSES,
  type CellSet,
  type Declaration,
  type Status,
  type Tuple,
  type TupleEntry,
} from '@datakube/contract';

const nowhere = { da: '–', en: '–' };

const declaration: Declaration = {
  version: 1,
  summary: nowhere,
  content: { unit: nowhere, period: nowhere, codeSystems: nowhere },
  sources: [{ name: nowhere, deliveredBy: nowhere, latest: '2025-12-31', frequency: nowhere }],
  coverage: nowhere,
  caveats: [],
  method: nowhere,
  disclosure: nowhere,
  access: { legalBasis: nowhere, controller: nowhere, access: nowhere, contact: nowhere },
  changes: [],
};

/** A member named by its code. */
export function member(dimension: string, code: string, level = dimension): TupleEntry {
  return { dimension, level, code, label: code, kind: 'member' };
}

const places = [
  'Læsø',
  'Ringkøbing-Skjern',
  'Ærø',
  'Lyngby-Taarbæk',
  'Faaborg-Midtfyn',
  'Greve',
  'Aarhus',
  'Køge',
];

/** A kommune with a name that is short, long, or full of æ, ø and å. */
export function place(index: number): TupleEntry {
  return { ...member('residence', `m${index}`, 'municipality'), label: places[index % places.length]! };
}

/** All members of a dimension together. */
export function total(dimension: string): TupleEntry {
  return { dimension, level: 'total', code: 'total', label: `all ${dimension}`, kind: 'total' };
}

/** A number, or the status of a cell without one. */
export type CellLike = number | Exclude<Status, 'published' | 'rounded' | 'perturbed'>;

/**
 * A cell set of one measure.
 *
 * @param underneath - what lies in the value of a cell that carries no number: NaN, as decoders leave it
 */
export function cellSetOf(
  rows: readonly Tuple[],
  columns: readonly Tuple[],
  cells: readonly (readonly CellLike[])[],
  underneath: (index: number) => number = () => Number.NaN,
): CellSet {
  const flat = cells.flat();
  return {
    cube: 'cube',
    release: 'r1',
    rows,
    columns,
    measures: new Map([
      [
        'persons',
        {
          value: Float64Array.from(flat, (cell, index) =>
            typeof cell === 'number' ? cell : underneath(index),
          ),
          status: Uint8Array.from(flat, (cell) =>
            STATUSES.indexOf(typeof cell === 'number' ? 'published' : cell),
          ),
        },
      ],
    ]),
    notes: [],
    declaration,
    synthetic: true,
  };
}
