import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { attackPattern, narrowBounds, type PublishedRow } from '@datakube/disclosure';
import { possibleNumbers, type Knowledge } from './possible-tables.ts';
import { rowsOf, workedTables, type WorkedTable } from './worked-tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/disclosure.md'), 'utf8');
const tables = workedTables(page);
const THRESHOLD = 5;
const K = 3;

const names = (claim: string): string[] => claim.split(', ');
const truthOf = ({ name }: WorkedTable): WorkedTable =>
  tables.find((table) => table.name === name && table.kind === 'truth')!;
const hiddenIn = ({ cells }: WorkedTable): string[] =>
  [...cells].flatMap(([name, cell]) => (cell === null ? [name] : []));
const number = (table: WorkedTable, cell: string): number => table.cells.get(cell)!;
const isSmall = (count: number): boolean => count >= 1 && count < THRESHOLD;

function counts(table: WorkedTable, knowledge: Partial<Knowledge> = {}): Map<string, number> {
  const possible = possibleNumbers(table.cells, table.sums, { least: 1, ...knowledge });
  return new Map([...possible].map(([name, numbers]) => [name, numbers.size]));
}

/** The equations of a published table, as the auditor of the project takes them. */
function publishedRows(table: WorkedTable): PublishedRow[] {
  const hidden = hiddenIn(table);
  return table.sums.flatMap(({ total, parts }) => {
    const terms = [...parts.map((name) => ({ name, sign: 1 as const })), { name: total, sign: -1 as const }];
    const open = terms.filter(({ name }) => table.cells.get(name) === null);
    if (open.length === 0) return [];
    const shown = terms.filter((term) => !open.includes(term));
    const rest = shown.reduce((sum, { name, sign }) => sum - sign * number(table, name), 0);
    return [
      {
        unknowns: open.map(({ name }) => hidden.indexOf(name)),
        signs: open.map(({ sign }) => sign),
        total: rest,
      },
    ];
  });
}

function determined(table: WorkedTable): string[] {
  const hidden = hiddenIn(table);
  const { determined: flags } = attackPattern(publishedRows(table), hidden.length);
  return hidden.filter((_, at) => flags[at] === 1);
}

/** Cells of which the auditor's bounds leave one number. */
function pinnedDown(table: WorkedTable): string[] {
  const hidden = hiddenIn(table);
  const { low, high } = narrowBounds(publishedRows(table), {
    low: new Float64Array(hidden.length).fill(1),
    high: new Float64Array(hidden.length).fill(Infinity),
  });
  return hidden.filter((_, at) => low[at] === high[at]);
}

describe('the worked tables of the guide to disclosure control', () => {
  it('are there, of every kind', () => {
    const kinds = new Set(tables.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['alternative', 'certificate', 'published', 'truth']);
    assert.equal(tables.length, [...page.matchAll(/<!-- (table|list):/g)].length);
  });

  tables.forEach((table, at) => {
    const { name, kind, cells, sums } = table;
    const title = `${name}, ${kind} (${at + 1})`;

    if (kind !== 'published') {
      it(`${title}: sums add up`, () => {
        assert.ok(sums.length > 0);
        for (const { total, parts } of sums) {
          const sum = parts.reduce((running, part) => running + number(table, part), 0);
          assert.equal(number(table, total), sum, total);
        }
      });
    }
    if (kind === 'published') {
      const truth = truthOf(table);
      it(`${title}: shows true numbers, and no small count`, () => {
        assert.deepEqual([...cells.keys()], [...truth.cells.keys()]);
        for (const [cell, shown] of cells) {
          if (shown === null) continue;
          assert.equal(shown, number(truth, cell), cell);
          assert.ok(!isSmall(shown), `${cell} is small`);
        }
      });
      it(`${title}: leaves what the page says`, () => claimsHold(table, truth));
    }
    if (kind === 'alternative') {
      it(`${title}: agrees with everything published, hidden numbers at least 1`, () => {
        const published = tables.find((each) => each.name === name && each.claims.has('safe'))!;
        for (const [cell, shown] of published.cells) {
          if (shown === null) assert.ok(number(table, cell) >= 1, cell);
          else assert.equal(number(table, cell), shown, cell);
        }
      });
    }
    if (kind === 'certificate') {
      it(`${title}: touches hidden cells only, and leads to the alternatives shown`, () => {
        const truth = truthOf(table);
        const published = tables.find((each) => each.name === name && each.claims.has('safe'))!;
        for (const [cell, move] of cells) if (move !== 0) assert.equal(published.cells.get(cell), null, cell);
        const shown = tables.filter((each) => each.name === name && each.kind === 'alternative');
        const reached = [-1, 0, 1].map((times) =>
          [...cells].map(([cell, move]) => number(truth, cell) + times * move!),
        );
        assert.deepEqual(
          shown.map((each) => [...each.cells.values()]),
          reached,
        );
        for (const [cell] of cells) {
          if (!isSmall(number(truth, cell))) continue;
          assert.ok(new Set(shown.map((each) => number(each, cell))).size >= K, cell);
        }
      });
    }
  });

  it('do the sums in the text right', () => {
    const sums = [...page.matchAll(/`([\d.]+(?: [-+*/] [\d.]+)+) = (\d+)`/g)];
    assert.ok(sums.length >= 8);
    for (const [text, left, right] of sums) assert.equal(calculate(left!), Number(right), text);
  });

  it('round to the base they name', () => {
    const [, base, lines] = /<!-- rounding: base (\d+) -->\n\n((?:\|.*\n)+)/.exec(page)!;
    const rows = rowsOf(lines!).slice(1);
    for (const [place, truth, published] of rows)
      assert.equal(Number(published), Math.round(Number(truth) / Number(base)) * Number(base), place);
    const shown = rows.map(([, , published]) => Number(published));
    const sum = shown.slice(0, -1).reduce((total, part) => total + part, 0);
    assert.notEqual(sum, shown.at(-1));
  });
});

function claimsHold(table: WorkedTable, truth: WorkedTable): void {
  const { claims } = table;
  const left = counts(table);
  const claim = (name: string): string[] => (claims.has(name) ? names(claims.get(name)!) : []);
  // The auditor finds what can be calculated, and nothing else.
  assert.deepEqual(determined(table), claim('determined'));
  if (claims.has('exact')) {
    const exact = [...left].flatMap(([cell, possible]) => (possible === 1 ? [cell] : []));
    assert.deepEqual(exact, claim('exact'));
    assert.deepEqual(pinnedDown(table), claim('exact'));
  }
  const checkCounts = (list: readonly string[], found: ReadonlyMap<string, number>): void => {
    for (const text of list) {
      const [, cell, possible] = /^(.*) (\d+)$/.exec(text)!;
      assert.equal(found.get(cell!), Number(possible), text);
    }
  };
  checkCounts(claim('possibilities'), left);
  if (claims.has('knows')) {
    const known = new Map([[claims.get('knows')!, number(truth, claims.get('knows')!)]]);
    const forHim = counts(table, { known });
    for (const cell of claim('learns')) assert.equal(forHim.get(cell), 1, cell);
    checkCounts(claim('keeps'), forHim);
  }
  if (claims.has('below')) {
    const cells = hiddenIn(table).filter((cell) => isSmall(number(truth, cell)));
    const told = counts(table, { below: { cells, limit: Number(claims.get('below')) } });
    for (const cell of claim('exact-below')) assert.equal(told.get(cell), 1, cell);
  }
  if (claims.has('safe')) assertSafe(table, truth);
}

/** Three possibilities for every small count; also for a person who is the only one in another cell. */
function assertSafe(table: WorkedTable, truth: WorkedTable): void {
  const hidden = hiddenIn(table);
  const small = hidden.filter((cell) => isSmall(number(truth, cell)));
  const persons = hidden.filter((cell) => number(truth, cell) === 1);
  for (const himself of [null, ...persons]) {
    const left = counts(table, himself === null ? {} : { known: new Map([[himself, 1]]) });
    for (const cell of small) if (cell !== himself) assert.ok(left.get(cell)! >= K, `${cell}, by ${himself}`);
  }
}

function calculate(text: string): number {
  const [first, ...rest] = text.split(' ');
  let result = Number(first);
  for (let at = 0; at < rest.length; at += 2) {
    const operand = Number(rest[at + 1]);
    switch (rest[at]) {
      case '+':
        result += operand;
        break;
      case '-':
        result -= operand;
        break;
      case '*':
        result *= operand;
        break;
      default:
        result /= operand;
    }
  }
  return result;
}

describe('the command lines of the guide to disclosure control', () => {
  const folder = mkdtempSync(join(tmpdir(), 'datakube-guide-'));
  after(() => rmSync(folder, { recursive: true }));

  it('run as they stand, on the table they show', () => {
    const [, csv] = /```csv\n([\s\S]*?)```/.exec(page)!;
    writeFileSync(join(folder, 'visits.csv'), csv!);
    const commands = [...page.matchAll(/^npm run --silent (protect|attack) -- (.*)$/gm)];
    assert.deepEqual(
      commands.map(([, command]) => command),
      ['protect', 'protect', 'attack'],
    );
    for (const [text, command, words] of commands) {
      const script = join(root, `packages/disclosure/src/command-line/${command}.ts`);
      const { status, stderr } = spawnSync(process.execPath, [script, ...words!.split(' ')], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 0, `${text}\n${stderr}`);
    }
    const published = readFileSync(join(folder, 'visits-protected.csv'), 'utf8');
    const truth = tables[0]!;
    for (const [cell, count] of truth.cells) {
      const line = cell.replaceAll('All', 'Total').split(' ').join(',');
      const shown = published.split(/\r?\n/).find((each) => each.startsWith(`${line},`));
      assert.match(shown ?? '', isSmall(count!) ? /,,suppressed$/ : /,(\d+,published|,suppressed)$/, cell);
    }
  });
});
