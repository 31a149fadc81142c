import { parseArgs } from 'node:util';
import { attackTable } from '../attack/attack-table.ts';
import { attackReport } from './attack-report.ts';
import { parseCsv } from './csv.ts';
import { checkNestings, type ExaminedTable, examinedTable } from './examined-table.ts';
import { readText } from './files.ts';
import { InputError } from './input-error.ts';
import { parseNestings } from './nesting.ts';
import { readArguments } from './run.ts';

const USAGE =
  'attack TABLE.csv --count freq --hierarchy "muni<region" [--hierarchy …] [--inner INNER.csv] [--bound 0|1] [--possibilities 3] [--contributors] [--known-primary [--threshold 5]] [--time SECONDS] [--json]';
const METHOD =
  'elimination over two prime fields, propagation of bounds, linear programming with whole-number ends';

/**
 * `attack`: examines a table somebody has protected. It has all marginals, and columns that say which
 * cells are primary and which are suppressed; counts of suppressed cells are not used. Status 1 when a
 * primary cell is determined, exactly recoverable, left with fewer whole numbers than `--possibilities`,
 * or not decided within `--time`.
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
          possibilities: { type: 'string', default: '3' },
          contributors: { type: 'boolean', default: false },
          'known-primary': { type: 'boolean', default: false },
          threshold: { type: 'string', default: '5' },
          time: { type: 'string', default: 'Infinity' },
          json: { type: 'boolean', default: false },
        },
      }),
    USAGE,
  );
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || given.count === undefined) throw new InputError(USAGE);
  const possibilities = whole('--possibilities', given.possibilities, 2, 100);
  const threshold = whole('--threshold', given.threshold, 2, 1000);
  const seconds = Number(given.time);
  if (!(seconds > 0)) throw new InputError('--time must be a number of seconds above 0');
  const nestings = parseNestings(given.hierarchy);
  const table = parseCsv(await readText(file));
  const inner = given.inner === undefined ? undefined : parseCsv(await readText(given.inner));
  checkNestings(table, nestings, inner);
  const examined = examinedTable(table, given.count, nestings, inner);
  if (given.contributors) requireTruth(examined);
  if (given['known-primary']) requireThreshold(examined, threshold);
  const bound = boundOf(given.bound, examined);
  const found = await attackTable(
    examined.shape,
    (cell) => (examined.suppressed[cell] ? null : examined.counts[cell]!),
    (cell) => examined.primary[cell] === 1,
    {
      bound,
      possibilities,
      seconds,
      clock: () => performance.now(),
      ...(given['known-primary'] ? { knownPrimary: threshold } : {}),
      ...(given.contributors ? { contributors: { truth: (cell: number) => examined.counts[cell]! } } : {}),
    },
  ).catch(contradiction);
  const { contributors = null, ...rest } = found;
  const used = process.cpuUsage();
  const facts = {
    ...rest,
    contributors,
    bound,
    possibilities,
    knownPrimary: given['known-primary'],
    seconds: Math.round((used.user + used.system) / 1e4) / 100,
    method: METHOD,
  };
  process.stdout.write(given.json ? `${JSON.stringify(facts)}\n` : attackReport(facts));
  const others = contributors ? contributors.successful + contributors.persons - contributors.examined : 0;
  return found.determined + found.exact + found.narrow + found.undecided + others > 0 ? 1 : 0;
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

function whole(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new InputError(`${option} must be a whole number from ${least} to ${most}`);
  }
  return number;
}

function requireTruth({ counts, suppressed }: ExaminedTable): void {
  if (counts.some((number, cell) => suppressed[cell] && !Number.isNaN(number))) return;
  if (suppressed.includes(1)) {
    throw new InputError('--contributors needs true numbers of hidden cells, to know who is alone in one');
  }
}

function requireThreshold({ counts, primary, suppressed }: ExaminedTable, threshold: number): void {
  const wrong = counts.some((number, cell) =>
    primary[cell] ? number >= threshold : suppressed[cell] && number < threshold,
  );
  if (wrong) {
    throw new InputError(
      `--known-primary: the primary cells are not the hidden ones below ${threshold}; see --threshold`,
    );
  }
}

/** The solver says that there is no solution; the examiner wants to know what to look at. */
function contradiction(error: unknown): never {
  if (error instanceof RangeError) throw new InputError(`${error.message}; see --bound and --hierarchy`);
  throw error;
}
