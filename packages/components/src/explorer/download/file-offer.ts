import { FORMAT_LIMITS, FORMATS, type Format } from '@datakube/contract';
import type { Estimate } from '../../state/index.ts';

/** What stands in the way of a file: the table has more of something than the format holds. */
export interface Excess {
  readonly of: 'cells' | 'rows' | 'columns';
  readonly size: number;
  readonly limit: number;
}

/** A file that can be had of a table, or that its size stands in the way of. */
export interface FileOffer {
  readonly format: Format;
  /** The greatest number of cells; null where it is what the environment answers at all. */
  readonly cells: number | null;
  readonly excess: Excess | null;
}

/** The formats as they are offered: for spreadsheets, for programs, for other systems of statistics. */
const OFFERED: readonly (readonly Format[])[] = [
  ['xlsx', 'csv'],
  ['csv-plain', 'parquet', 'arrow', 'json'],
  ['json-stat', 'sdmx-csv'],
];

/**
 * The files of a table, in groups, of what an environment says it makes.
 *
 * @param formats as its capabilities list them; those this version does not know are left out
 * @param size of the table. Where it is a bound and not exact, nothing is refused before it is asked
 * @param limit cells that the environment answers with at most
 * @param heads how many fields stand on rows and on columns: they take lines of their own
 */
export function fileOffers(
  formats: readonly string[],
  size: Estimate,
  limit: number,
  heads: { readonly rows: number; readonly columns: number },
): readonly (readonly FileOffer[])[] {
  return OFFERED.map((group) =>
    group
      .filter((format) => formats.includes(format) && Object.hasOwn(FORMATS, format))
      .map((format) => ({
        format,
        cells: FORMAT_LIMITS[format]?.cells ?? null,
        excess: excessOf(format, size, limit, heads),
      })),
  ).filter((group) => group.length > 0);
}

function excessOf(
  format: Format,
  { rows, columns, cells, exact }: Estimate,
  limit: number,
  heads: { readonly rows: number; readonly columns: number },
): Excess | null {
  if (!exact) return null;
  const held = FORMAT_LIMITS[format] ?? { cells: Infinity, rows: Infinity, columns: Infinity };
  const most = Math.min(limit, held.cells);
  if (cells > most) return { of: 'cells', size: cells, limit: most };
  const measures = rows * columns === 0 ? 1 : cells / (rows * columns);
  const tall = rows + heads.columns + 1;
  if (tall > held.rows) return { of: 'rows', size: tall, limit: held.rows };
  const wide = columns * measures + Math.max(1, heads.rows);
  return wide > held.columns ? { of: 'columns', size: wide, limit: held.columns } : null;
}
