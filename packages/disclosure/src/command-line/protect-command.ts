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
  'protect INNER.csv --count freq --hierarchy "muni<region" [--hierarchy …] [--threshold 5] [--zeros published|protected] [--fast] --out OUT.csv [--report R.json] [--truth]';

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
  const rule = { threshold: Number(given.threshold), zeros: zerosOf(given.zeros) };
  if (!Number.isInteger(rule.threshold) || rule.threshold < 3 || rule.threshold > 10) {
    throw new InputError('--threshold must be a whole number from 3 to 10');
  }
  const full = fullTable(parseCsv(await readText(file)), given.count, parseNestings(given.hierarchy));
  const { tables, report } = protect(full.release, {
    policy: { method: 'suppress', outsideRelease: 'refuse', ...rule },
    seed: randomBytes(32),
    clock: () => performance.now(),
  });
  await writeFile(
    given.out,
    given.truth
      ? truthText(full, tables[0]!, given.count, (count) => isPrimary(count, rule))
      : tableText(full, tables[0]!, given.count),
  );
  // Certificates that bound how closely a hidden number can be estimated are not made yet.
  if (given.report !== undefined)
    await writeFile(given.report, `${JSON.stringify({ ...report, certificate: null }, null, 2)}\n`);
  process.stdout.write(
    `${report.cells} cells: ${report.primary} primary and ${report.secondary} secondary hidden, ${report.determined} determined\n`,
  );
  if (!given.fast) {
    process.stderr.write('Note: the exact audit is the only gate so far; intervals are not certified.\n');
  }
  return 0;
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
