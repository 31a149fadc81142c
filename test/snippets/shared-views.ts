import type { CellSetAnswer, Query } from '@datakube/contract';
import type { SharedView } from '../../packages/components/src/explorer/share/snippets/snippet.ts';

/** A view as the explorer shares it, with names that would break out of comments and quotation marks. */
export function viewOf(environment: string, cube: string, query: Query, link: string): SharedView {
  return { environment, cube, query, link, language: 'da', remarks: HOSTILE };
}

/** Names as nobody would give them. */
export const HOSTILE: readonly string[] = [
  `Borgere's "efter" \\ $(touch hacked) \`touch hacked\` %s {name} </script><b>`,
  'en linje\nimport os; os.system("touch hacked")\r\nsystem("touch hacked")\u2028touch hacked',
  `'''; """ '); q() #`,
];

/** Where a cell stands, what it shows, and why: what every way to the numbers has to agree on. */
export type Cells = Readonly<Record<string, { readonly value: number | null; readonly status: string }>>;

/** The cells of an answer in JSON, by measure and by the codes of their places. */
export function cellsOf({ axes, cells }: CellSetAnswer): Cells {
  const entries = Object.entries(cells).flatMap(([measure, { value, status }]) =>
    axes.rows.flatMap((row, r) =>
      axes.columns.map((column, c) => {
        const at = r * axes.columns.length + c;
        const place = [...row, ...column].map(({ dimension, code }) => `${dimension}=${code}`);
        return [[measure, ...place].join(' '), { value: shown(value[at]!), status: status[at]! }] as const;
      }),
    ),
  );
  return Object.fromEntries(entries);
}

/** The cells of lines of texts or numbers by column, as they are printed. */
export function cellsOfLines(
  lines: readonly Readonly<Record<string, string | number | null>>[],
  { rows = [], columns = [], measures }: Query,
): Cells {
  const dimensions = [...rows, ...columns].map(({ dimension }) => dimension);
  return Object.fromEntries(
    lines.flatMap((line) =>
      measures.map((measure) => {
        const place = dimensions.map((dimension) => `${dimension}=${line[dimension]}`);
        const value = line[measure];
        const number = value === null || value === '' || value === undefined ? null : Number(value);
        return [
          [measure, ...place].join(' '),
          { value: shown(number), status: String(line[`${measure}_status`]) },
        ];
      }),
    ),
  );
}

/** R writes fifteen digits. */
function shown(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12));
}

/** Lines of CSV, by the names of their columns. Fields may be in quotation marks; no field has a line break. */
export function linesOf(csv: string): Record<string, string>[] {
  const [titles = [], ...lines] = csv
    .replace(/^\u{FEFF}/u, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return lines.map((line) => Object.fromEntries(titles.map((title, at) => [title, line[at] ?? ''])));
}

/** Questions of different kinds: with totals and hidden numbers, with what is derived, and a number alone. */
export const QUESTIONS: readonly Query[] = [
  {
    measures: ['persons', 'persons.growth', 'share'],
    rows: [
      { dimension: 'place', level: 'town', parents: true },
      { dimension: 'age', level: 'narrow' },
    ],
    columns: [{ dimension: 'time', level: 'year' }],
    filters: [{ dimension: 'sex', members: ['K'] }],
    totals: true,
  },
  { measures: ['persons'], filters: [{ dimension: 'time', members: ['2023'] }] },
];
