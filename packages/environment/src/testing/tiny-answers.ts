import type { CellSetAnswer, MemberRemark, Query } from '@datakube/contract';
import { FLAGS } from '@datakube/contract';
import type { Answer } from '../encode/answer.ts';
import { encodeJson } from '../encode/json.ts';
import { answerFrom, HIDING_QUERY } from './tiny-answer.ts';
import { tinyCube } from './tiny-cube.ts';
import { tinyRelease } from './tiny-release.ts';

const text = (words: string): MemberRemark['text'] => ({ da: words, en: words });
const REMARKS: Readonly<Record<string, readonly MemberRemark[]>> = {
  time: [{ members: ['2024'], flag: 'provisional', text: text('not final') }],
  place: [{ members: ['Aa'], flag: 'break', text: text('merged') }],
};

/** Below the remarks, many rates are unreliable. */
const remarked = tinyCube((definition) => ({
  ...definition,
  dimensions: definition.dimensions.map((dimension) => ({
    ...dimension,
    remarks: [...(REMARKS[dimension.id] ?? [])],
  })),
  measures: definition.measures.map((measure) =>
    measure.kind === 'rate' ? { ...measure, unreliableBelow: 40 } : measure,
  ),
}));
const rounded = tinyCube((definition) => ({
  ...definition,
  policy: { method: 'round', threshold: 5, base: 5, outsideRelease: 'refuse' },
}));

const GROWING: Query = {
  measures: ['persons.growth', 'share'],
  rows: [{ dimension: 'place', level: 'town', parents: true }],
  columns: [{ dimension: 'time', level: 'year' }],
  totals: true,
};
const ALONE: Query = { measures: ['visits'] };
const SUMMED: Query = {
  measures: ['visits'],
  columns: [{ dimension: 'sex', level: 'sex' }],
  filters: [{ dimension: 'age', members: ['0', '30'] }],
};

/** Answers that between them have every status but missing, every flag, totals, subtotals and several members as a filter. */
export async function tinyAnswers(): Promise<Answer[]> {
  const [hiding, rounding] = [await tinyRelease(700, remarked), await tinyRelease(700, rounded)];
  return [
    ...(await Promise.all([HIDING_QUERY, GROWING, ALONE, SUMMED].map((query) => answerFrom(hiding, query)))),
    await answerFrom(rounding, HIDING_QUERY, 'en'),
  ];
}

/** A cell with all it stands for, as files with a line for each have it. */
export interface ExpectedLine {
  /** Codes by dimension, those on no axis too. */
  readonly codes: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly measure: string;
  readonly value: number | null;
  readonly status: string;
  /** Of the members and of the cell, in the order of `FLAGS`. */
  readonly flags: readonly string[];
}

/** What the JSON answer says, line by line: every other format must say the same. */
export function linesOf(answer: Answer): ExpectedLine[] {
  const { axes, cells } = JSON.parse(new TextDecoder().decode(encodeJson(answer))) as CellSetAnswer;
  const { filters, measures } = answer.meta;
  const resting = filters.map(({ dimension, members, labels }) => ({
    dimension,
    code: members.join('+'),
    label: labels.join(', '),
    flags: undefined,
  }));
  return axes.rows.flatMap((row, r) =>
    axes.columns.flatMap((column, c) => {
      const at = r * axes.columns.length + c;
      const onAxes = [...row, ...column];
      const free = resting.filter(({ dimension }) => onAxes.every((entry) => entry.dimension !== dimension));
      const place = [...onAxes, ...free];
      return measures.map(({ id }) => {
        const { value, status, flags = {} } = cells[id]!;
        const held = FLAGS.filter(
          (flag) => place.some((entry) => entry.flags?.includes(flag)) || flags[flag]?.includes(at),
        );
        return {
          codes: Object.fromEntries(place.map(({ dimension, code }) => [dimension, code])),
          labels: Object.fromEntries(place.map(({ dimension, label }) => [dimension, label])),
          measure: id,
          value: value[at]!,
          status: status[at]!,
          flags: held,
        };
      });
    }),
  );
}
