import {
  carriesNumber,
  type Flag,
  FLAGS,
  type Language,
  type Measure,
  type Status,
  STATUSES,
} from '@datakube/contract';
import type { Answer } from './answer.ts';
import { fileRecord } from './disclose.ts';
import { jsonOf } from './json.ts';
import { FLAG_WORDS, STATUS_WORDS } from './status-words.ts';
import { flagBits, forFlags, type Tidy, tidy, type TidyDimension } from './tidy.ts';

/** Codes of the property `status`, those that statistical offices in Europe use where there is one. */
const CODES: { readonly [status in Status]?: string } = {
  suppressed: 'c',
  missing: 'o',
  'not-applicable': 'm',
  rounded: 'rounded',
  perturbed: 'perturbed',
};
const FLAG_CODES: Readonly<Record<Flag, string>> = { break: 'b', provisional: 'p', unreliable: 'u' };

/** What the codes mean. */
const WORDS: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ...STATUSES.flatMap((status) => (CODES[status] ? [[CODES[status], STATUS_WORDS[status]] as const] : [])),
  ...FLAGS.map((flag) => [FLAG_CODES[flag], FLAG_WORDS[flag]] as const),
]);

/**
 * The answer as JSON-stat 2.0, of the class `dataset`. The measures are a dimension of the role `metric`, the last
 * one; dimensions on no axis have one category. Totals and coarser members are categories beside the others, with
 * `child` naming what is below them. `status` has a code, or several separated by commas, for each cell that is not
 * simply published; `extension.status.label` has their words, and `extension.disclosure` the disclosure record.
 */
export function encodeJsonStat(answer: Answer): Uint8Array<ArrayBuffer> {
  const { meta } = answer;
  const { language, declaration } = meta;
  const cells = tidy(answer);
  const { dimensions, measures, measureColumn } = cells;
  const status = statusOf(answer, cells);
  const used = [...new Set(Object.values(status).flatMap((codes) => codes.split(',')))].sort();
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: meta.name,
    source: declaration.sources.map(({ name }) => name[language]).join('; '),
    updated: meta.disclosure.release.published,
    note: [declaration.summary, ...meta.notes.map(({ text }) => text), declaration.disclosure].map(
      (text) => text[language],
    ),
    id: [...dimensions.map(({ id }) => id), measureColumn],
    size: [...dimensions.map(({ entries }) => entries.length), measures.length],
    role: roleOf(cells),
    dimension: Object.fromEntries([
      ...dimensions.map((dimension) => [dimension.id, dimensionOf(dimension)]),
      [measureColumn, metricOf(measures, language)],
    ]),
    value: valuesOf(answer),
    status,
    extension: {
      status: { label: Object.fromEntries(used.map((code) => [code, WORDS.get(code)![language]])) },
      cube: meta.cube,
      release: meta.release,
      synthetic: meta.synthetic,
      declaration,
      disclosure: fileRecord(answer),
    },
  };
  return new TextEncoder().encode(jsonOf(dataset));
}

function valuesOf({ table, meta }: Answer): (number | null)[] {
  const values: (number | null)[] = [];
  for (let cell = 0; cell < table.cells; cell++) {
    for (const measure of meta.measures.keys()) values.push(table.value(measure, cell));
  }
  return values;
}

/** Codes by the number of the cell; cells that are simply published have none. */
function statusOf(answer: Answer, cells: Tidy): Record<number, string> {
  const flags = flagBits(answer, cells);
  const ofFlags = forFlags((each) => each.map((flag) => FLAG_CODES[flag]).join(','));
  const found: Record<number, string> = {};
  const { table, meta } = answer;
  for (let cell = 0, line = 0; cell < table.cells; cell++) {
    for (const measure of meta.measures.keys()) {
      const status = STATUSES[table.columns(measure).status[cell]!]!;
      const own = CODES[status];
      const flagged = carriesNumber(status) ? ofFlags[flags[measure]![cell]!]! : '';
      const codes = [own, flagged].filter((code) => code).join(',');
      if (codes !== '') found[line] = codes;
      line++;
    }
  }
  return found;
}

function roleOf({ dimensions, measureColumn }: Tidy): Record<string, string[]> {
  const ofKind = (kind: TidyDimension['kind']): string[] =>
    dimensions.filter((dimension) => dimension.kind === kind).map(({ id }) => id);
  const [time, geo] = [ofKind('time'), ofKind('geography')];
  return { ...(time.length > 0 && { time }), ...(geo.length > 0 && { geo }), metric: [measureColumn] };
}

function dimensionOf(dimension: TidyDimension): object {
  const { name, entries } = dimension;
  const child = childrenOf(dimension);
  return {
    label: name,
    category: {
      index: entries.map(({ code }) => code),
      label: Object.fromEntries(entries.map(({ code, label }) => [code, label])),
      ...(child.size > 0 && { child: Object.fromEntries(child) }),
    },
  };
}

/** What stands below each entry: those that follow it one step deeper, until one stands as high as itself. */
function childrenOf({ entries, depths }: TidyDimension): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const above: number[] = [];
  depths.forEach((depth, at) => {
    while (above.length > 0 && depths[above.at(-1)!]! >= depth) above.pop();
    const parent = above.at(-1);
    if (parent !== undefined) {
      const { code } = entries[parent]!;
      children.set(code, [...(children.get(code) ?? []), entries[at]!.code]);
    }
    above.push(at);
  });
  return children;
}

function metricOf(measures: readonly Measure[], language: Language): object {
  const named = <T>(of: (measure: Measure) => T): Record<string, T> =>
    Object.fromEntries(measures.map((measure) => [measure.id, of(measure)]));
  return {
    label: { da: 'Mål', en: 'Measure' }[language],
    category: {
      index: measures.map(({ id }) => id),
      label: named(({ name }) => name[language]),
      unit: named(({ unit, decimals }) => ({ label: unit[language], decimals })),
    },
  };
}
