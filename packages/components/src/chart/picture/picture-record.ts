import type { ChartTable } from '@datakube/charts';
import type { ChartType, PublicPolicy } from '@datakube/contract';
import type { ChartRequest } from '../chart-request.ts';

/** What a machine reads in a picture: where its numbers come from, and how they were protected. */
export interface PictureRecord {
  /** Form of the record. Another one comes with another meaning. */
  readonly version: 1;
  readonly cube: string;
  readonly release: { readonly id: string; readonly published?: string };
  /** What everybody may know of how the cube is protected; left out where the page has given no cube. */
  readonly policy?: PublicPolicy;
  readonly measure: string;
  readonly chart: ChartType;
  /** How many values are drawn, by what is known of them. A hidden one is no more than counted. */
  readonly values: Readonly<Record<'shown' | 'hidden' | 'missing' | 'not-applicable', number>>;
  readonly synthetic: boolean;
  readonly tool: { readonly name: 'Datakube'; readonly version: string };
  /** When the picture was made. */
  readonly exported: string;
}

/** The record of a picture. It holds nothing that is not on the picture, or known of the cube by all. */
export function pictureRecord({
  request: { cellSet, cube },
  measure,
  chart,
  table,
  made,
  version,
}: {
  readonly request: ChartRequest;
  readonly measure: string;
  readonly chart: ChartType;
  readonly table: ChartTable;
  readonly made: Date;
  readonly version: string;
}): PictureRecord {
  const values = { shown: 0, hidden: 0, missing: 0, 'not-applicable': 0 };
  for (const { cells } of table.rows) for (const { kind } of cells) values[kind]++;
  const same = cube?.release.id === cellSet.release;
  return {
    version: 1,
    cube: cellSet.cube,
    release: { id: cellSet.release, ...(cube && same ? { published: cube.release.published } : {}) },
    ...(cube && same ? { policy: cube.policy } : {}),
    measure,
    chart,
    values,
    synthetic: cellSet.synthetic,
    tool: { name: 'Datakube', version },
    exported: made.toISOString(),
  };
}
