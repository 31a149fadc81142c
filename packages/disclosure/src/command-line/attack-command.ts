import { parseArgs } from 'node:util';
import { attackTable, type TableAttack } from '../attack/attack-table.ts';
import { parseCsv } from './csv.ts';
import { checkNestings, type ExaminedTable, examinedTable } from './examined-table.ts';
import { readText } from './files.ts';
import { InputError } from './input-error.ts';
import { parseNestings } from './nesting.ts';
import { readArguments } from './run.ts';

const USAGE =
  'attack TABLE.csv --count freq --hierarchy "muni<region" [--hierarchy …] [--inner INNER.csv] [--bound 0|1] [--json]';
const METHOD = 'elimination over two prime fields, then propagation of bounds';

/**
 * `attack`: examines a table somebody has protected. It has all marginals, and columns that say which
 * cells are primary and which are suppressed; counts of suppressed cells are not used. Status 1 when a
 * primary cell is determined, exactly recoverable, or left with fewer than three whole numbers.
 *
 * How codes nest is read from `--inner`; without it, it is worked out from the numbers, for which the
 * children of a parent must stand next to one another in the table.
 */
export async function attackCommand(words: string[]): Promise<number> {
  const { positionals, values: given } = readArguments(
    () =>
      parseArgs({
        args: words,
        allowPositionals: true,
        options: {
          count: { type: 'string' },
          hierarchy: { type: 'string', multiple: true, default: [] },
          inner: { type: 'string' },
          bound: { type: 'string' },
          json: { type: 'boolean', default: false },
        },
      }),
    USAGE,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || given.count === undefined) throw new InputError(USAGE);
  const nestings = parseNestings(given.hierarchy);
  const table = parseCsv(await readText(file));
  const inner = given.inner === undefined ? undefined : parseCsv(await readText(given.inner));
  checkNestings(table, nestings, inner);
  const examined = examinedTable(table, given.count, nestings, inner);
  const bound = boundOf(given.bound, examined);
  const found = attackTable(
    examined.shape,
    (cell) => (examined.suppressed[cell] ? null : examined.counts[cell]!),
    (cell) => examined.primary[cell] === 1,
    bound,
  );
  process.stdout.write(
    given.json ? `${JSON.stringify({ ...found, bound, method: METHOD })}\n` : report(found, bound),
  );
  return found.determined + found.exact + found.narrow > 0 ? 1 : 0;
}

/** 1 where the examiner sees no hidden zero, or, knowing no hidden number, sees a published one. */
function boundOf(asked: string | undefined, { counts, suppressed }: ExaminedTable): 0 | 1 {
  if (asked === '0' || asked === '1') return asked === '1' ? 1 : 0;
  if (asked !== undefined) throw new InputError('--bound must be 0 or 1');
  const hidden = [...counts].filter((_, cell) => suppressed[cell]);
  if (hidden.includes(0)) return 0;
  if (hidden.every((number) => number > 0)) return 1;
  return counts.some((number, cell) => number === 0 && !suppressed[cell]) ? 1 : 0;
}

function report(found: TableAttack, bound: number): string {
  return [
    `${found.hidden} cells are hidden, ${found.primary} of all cells are primary`,
    `${found.determined} primary cells are determined by published ones`,
    `${found.exact} primary cells can be recovered exactly`,
    `${found.narrow} primary cells are left with fewer than 3 whole numbers`,
    `(hidden cells are at least ${bound}; ${METHOD}; stronger attacks may find more)`,
    '',
  ].join('\n');
}
