import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isPrimary } from '../primary/primary-cells.ts';
import { protect } from '../protect.ts';
import { parseCsv, formatCsv } from './csv.ts';
import { readText } from './files.ts';
import { codesOf, type FullTable, fullTable } from './inner-cells.ts';
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
  const columns = given.truth ? withTruth : withoutTruth;
  await writeFile(
    given.out,
    formatCsv(columns(full, tables[0]!, given.count, (count) => isPrimary(count, rule))),
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

function withoutTruth({ dimensions }: FullTable, table: ProtectedTable, count: string) {
  return {
    columns: [...dimensions.map(({ column }) => column), count, 'status'],
    rows: Array.from({ length: table.cells }, (_, cell) => [
      ...codesOf(dimensions, cell),
      shown(table, cell),
      table.status(0, cell),
    ]),
  };
}

/** For checking only: true counts of hidden cells too. A count column called `freq` stands once, with the truth. */
function withTruth(
  full: FullTable,
  table: ProtectedTable,
  count: string,
  primary: (count: number) => boolean,
) {
  const published = count === 'freq' ? [] : [count];
  const truth = full.release.cuboids[0]!.values[0]!;
  return {
    columns: [
      ...full.dimensions.map(({ column }) => column),
      ...published,
      'status',
      'freq',
      'primary',
      'suppressed',
    ],
    rows: Array.from({ length: table.cells }, (_, cell) => [
      ...codesOf(full.dimensions, cell),
      ...published.map(() => shown(table, cell)),
      table.status(0, cell),
      String(truth[cell]),
      primary(truth[cell]!) ? '1' : '0',
      table.status(0, cell) === 'suppressed' ? '1' : '0',
    ]),
  };
}

function shown(table: ProtectedTable, cell: number): string {
  return table.value(0, cell)?.toString() ?? '';
}
