import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isPrimary } from '../primary/primary-cells.ts';
import { protect } from '../protect.ts';
import { formatField, parseCsv } from './csv.ts';
import { readText } from './files.ts';
import { type FullTable, fullTable } from './inner-cells.ts';
import { InputError } from './input-error.ts';
import { parseNestings } from './nesting.ts';
import { readArguments } from './run.ts';
import type { ProtectedTable } from '../table/protected-table.ts';

const USAGE =
  'protect INNER.csv --count freq --hierarchy "muni<region" [--hierarchy …] [--threshold 5] [--zeros published|protected] [--possibilities 3] [--effort 60] [--fast] --out OUT.csv [--report R.json] [--truth]';

/** `protect`: reads inner cells, writes the full table with what must be hidden hidden. */
export async function protectCommand(words: string[]): Promise<number> {
  const { positionals, values: given } = readArguments(
    () =>
      parseArgs({
        args: words,
        allowPositionals: true,
        options: {
          count: { type: 'string' },
          hierarchy: { type: 'string', multiple: true, default: [] },
          threshold: { type: 'string', default: '5' },
          zeros: { type: 'string', default: 'published' },
          possibilities: { type: 'string', default: '3' },
          effort: { type: 'string' },
          fast: { type: 'boolean', default: false },
          out: { type: 'string' },
          report: { type: 'string' },
          truth: { type: 'boolean', default: false },
        },
      }),
    USAGE,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || given.count === undefined || given.out === undefined) {
    throw new InputError(USAGE);
  }
  const rule = { threshold: numberOf('--threshold', given.threshold, 3, 10), zeros: zerosOf(given.zeros) };
  const possibilities = numberOf('--possibilities', given.possibilities, 2, 10);
  const effort = given.effort === undefined ? undefined : numberOf('--effort', given.effort, 0, 100_000);
  const full = fullTable(parseCsv(await readText(file)), given.count, parseNestings(given.hierarchy));
  const { tables, report } = protect(full.release, {
    policy: { method: 'suppress', outsideRelease: 'refuse', possibilities, ...rule },
    seed: randomBytes(32),
    gate: given.fast ? 'exact' : 'certified',
    effort,
    clock: () => performance.now(),
  });
  await writeFile(
    given.out,
    given.truth
      ? truthText(full, tables[0]!, given.count, (count) => isPrimary(count, rule))
      : tableText(full, tables[0]!, given.count),
  );
  if (given.report !== undefined) await writeFile(given.report, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(
    `${report.cells} cells: ${report.primary} primary and ${report.secondary} secondary hidden, ${report.determined} determined\n`,
  );
  process.stdout.write(
    report.certificate
      ? `${report.certificate.possibilities} whole numbers possible for each of ${report.certificate.targets}, proved by ${report.certificate.certificates} certificates\n`
      : 'Only the exact audit: hidden numbers can be narrowed down. Not for release.\n',
  );
  return 0;
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new InputError(`${option} must be a whole number from ${least} to ${most}`);
}

function zerosOf(text: string): 'published' | 'protected' {
  if (text === 'published' || text === 'protected') return text;
  throw new InputError('--zeros must be published or protected');
}

/** The full table, one line for each cell. */
function tableText(full: FullTable, table: ProtectedTable, count: string): string {
  return linesOf(full, [count, 'status'], (cell) => `${shown(table, cell)},${table.status(0, cell)}`);
}

/** For checking only: true counts of hidden cells too. A count column called `freq` stands once, with the truth. */
function truthText(
  full: FullTable,
  table: ProtectedTable,
  count: string,
  primary: (count: number) => boolean,
): string {
  const published = count === 'freq' ? [] : [count];
  const truth = full.release.cuboids[0]!.values[0]!;
  return linesOf(full, [...published, 'status', 'freq', 'primary', 'suppressed'], (cell) => {
    const status = table.status(0, cell);
    const first = published.length > 0 ? `${shown(table, cell)},` : '';
    const isPrimary = primary(truth[cell]!) ? 1 : 0;
    return `${first}${status},${truth[cell]},${isPrimary},${status === 'suppressed' ? 1 : 0}`;
  });
}

/** A heading, and for each cell its codes and what else there is to say. */
function linesOf(
  { dimensions }: FullTable,
  columns: readonly string[],
  rest: (cell: number) => string,
): string {
  const codes = dimensions.reduce(
    (before, dimension) => {
      const own = dimension.codes.map((code) => `${formatField(code)},`);
      return before.flatMap((prefix) => own.map((code) => prefix + code));
    },
    [''],
  );
  const heading = [...dimensions.map(({ column }) => column), ...columns].map(formatField).join(',');
  return `${heading}\n${codes.map((prefix, cell) => `${prefix}${rest(cell)}\n`).join('')}`;
}

function shown(table: ProtectedTable, cell: number): string {
  return table.value(0, cell)?.toString() ?? '';
}
