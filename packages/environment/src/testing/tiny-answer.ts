import type { Language, Query } from '@datakube/contract';
import type { Answer } from '../encode/answer.ts';
import { describeAnswer } from '../encode/answer-meta.ts';
import { labelAxes } from '../encode/label-axes.ts';
import { findCuboid } from '../outside/find-cuboid.ts';
import { planQuery } from '../plan/plan-query.ts';
import { slice } from '../plan/slice.ts';
import { type TinyRelease, tinyRelease } from './tiny-release.ts';

/** With hidden cells, totals, a rate, and two dimensions on one axis. */
export const HIDING_QUERY: Query = {
  measures: ['visits', 'persons', 'share'],
  rows: [
    { dimension: 'place', level: 'town' },
    { dimension: 'age', level: 'narrow' },
  ],
  columns: [{ dimension: 'sex', level: 'sex' }],
  filters: [{ dimension: 'place', members: ['Aa', 'Ca'] }],
  totals: true,
};

/** What encoders get for a query of the tiny cube, asked at noon on the second of January 2026. */
export async function answerFrom(
  { cube, manifest, releases }: TinyRelease,
  query: Query,
  language: Language = 'da',
): Promise<Answer> {
  const plan = planQuery(query, cube, manifest, { cells: 400_000 });
  const found = (await findCuboid(plan, manifest, { releases, outside: undefined }))!;
  const { table, flags } = slice(plan, found.table);
  const time = new Date('2026-01-02T12:00:00Z');
  const meta = await describeAnswer({ plan, found, manifest, query, table, version: '1', language, time });
  return { table, flags, axes: labelAxes(plan, language), meta };
}

const release = await tinyRelease();

export const tinyAnswer = (query: Query = HIDING_QUERY, language: Language = 'da'): Promise<Answer> =>
  answerFrom(release, query, language);
