import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { attackCommand } from './attack-command.ts';
import { parseCsv } from './csv.ts';
import { protectCommand } from './protect-command.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-'));
});
after(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

function command(name: 'protect' | 'attack', ...words: string[]): Promise<Outcome> {
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--conditions=datakube-source', script, ...words],
      { timeout: 120_000 },
      (_, out, error) => resolve({ status: child.exitCode ?? -1, out, error }),
    );
  });
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

/** 12 municipalities in 3 regions by 4 ages. */
function innerCells(): string {
  const rows = ['muni,region,"age, years",freq'];
  for (let muni = 0; muni < 12; muni++) {
    for (let age = 0; age < 4; age++)
      rows.push(
        `M${10 + muni},R${1 + (muni % 3)},${age}0-${age}9,${(7 * muni * muni + 11 * age * muni + 3 * age) % 29}`,
      );
  }
  return `${rows.join('\n')}\n`;
}

test('protect writes the full table without hidden numbers; attack finds nothing determined in it', async () => {
  const inner = await file('inner.csv', innerCells());
  const [out, truth, report] = ['out.csv', 'truth.csv', 'report.json'].map((name) => join(folder, name));
  const hierarchy = ['--hierarchy', 'muni<region'];
  const done = await command(
    'protect',
    inner,
    '--count',
    'freq',
    ...hierarchy,
    '--fast',
    '--out',
    out!,
    '--report',
    report!,
  );
  assert.deepEqual([done.status, done.error], [0, '']);

  const table = parseCsv(await readFile(out!, 'utf8'));
  assert.deepEqual(table.columns, ['muni', 'age, years', 'freq', 'status']);
  assert.equal(table.rows.length, 16 * 5);
  const sum = parseCsv(innerCells()).rows.reduce((total, row) => total + Number(row[3]), 0);
  assert.deepEqual(table.rows[0], ['Total', 'Total', String(sum), 'published']);
  for (const [, , freq, status] of table.rows) assert.equal(freq === '', status === 'suppressed');
  assert.ok(
    table.rows.some(([, , freq]) => freq === '') && !table.rows.some(([, , freq]) => /^[1-4]$/.test(freq!)),
  );
  const counts = JSON.parse(await readFile(report!, 'utf8')) as Record<string, number>;
  assert.equal(counts.determined, 0);
  assert.equal(
    counts.primary! + counts.secondary!,
    table.rows.filter((row) => row[3] === 'suppressed').length,
  );

  await command('protect', inner, '--count', 'freq', ...hierarchy, '--fast', '--truth', '--out', truth!);
  assert.deepEqual(parseCsv(await readFile(truth!, 'utf8')).columns, [
    'muni',
    'age, years',
    'status',
    'freq',
    'primary',
    'suppressed',
  ]);
  const attack = await command('attack', truth!, '--count', 'freq', ...hierarchy, '--inner', inner, '--json');
  const found = JSON.parse(attack.out) as Record<string, number>;
  assert.deepEqual([found.primary, found.determined, found.determinedSecondary], [counts.primary, 0, 0]);
  assert.equal(attack.status, found.narrow! + found.exact! > 0 ? 1 : 0);
});

test('a count by another name stands beside the truth', async () => {
  const inner = await file('ant.csv', 'sex,age,ant\nM,1,3\nM,2,20\nK,1,30\nK,2,40\nK,2,1\n');
  const out = join(folder, 'ant-out.csv');
  await command('protect', inner, '--count', 'ant', '--truth', '--fast', '--out', out);
  const table = parseCsv(await readFile(out, 'utf8'));
  assert.deepEqual(table.columns, ['sex', 'age', 'ant', 'status', 'freq', 'primary', 'suppressed']);
  assert.deepEqual(
    table.rows.find(([sex, age]) => sex === 'M' && age === '1'),
    ['M', '1', '', 'suppressed', '3', '1', '1'],
  );
  assert.equal(
    table.rows.find(([sex, age]) => sex === 'K' && age === 'Total')![4],
    '71',
    'rows of a cell are summed',
  );
  for (const count of ['ant', 'freq']) {
    const { out: json } = await command('attack', out, '--count', count, '--json');
    assert.equal((JSON.parse(json) as { determined: number }).determined, 0);
  }
});

test('attack shows what is determined when only primary cells are hidden, and works out the nesting itself', async () => {
  const rows = [
    ['Total', 90],
    ['R1', 40],
    ['R2', 50],
    ['A', 25],
    ['B', 12],
    ['C', 3],
    ['D', 20],
    ['E', 30],
  ].map(([code, count]) => `${code},${count},${count === 3 ? '1,1' : '0,0'}`);
  const table = await file('naive.csv', `muni,freq,primary,suppressed\n${rows.join('\n')}\n`);
  const attack = await command('attack', table, '--count', 'freq', '--hierarchy', 'muni<region', '--json');
  assert.equal(attack.status, 1);
  const { primary, determined, exact, narrow, method } = JSON.parse(attack.out) as Record<string, unknown>;
  assert.deepEqual([primary, determined, exact, narrow, typeof method], [1, 1, 1, 1, 'string']);
  assert.match((await command('attack', table, '--count', 'freq')).out, /1 {2}primary cells are determined/);
});

/** Twice two rows and two columns under one total: in the first row 1 and 4, in the first column 1 and 3. */
const SQUARE = `sex,age,freq,primary,suppressed
Total,Total,38,0,0
Total,1,4,0,0
Total,2,34,0,0
M,Total,5,0,0
M,1,1,1,1
M,2,4,1,1
K,Total,33,0,0
K,1,3,1,1
K,2,30,0,1
`;

test('attack says in words and in JSON what it comes to, with or without further knowledge', async () => {
  const table = await file('square.csv', SQUARE);
  const examine = async (...more: string[]) => {
    const { status, out } = await command('attack', table, '--count', 'freq', ...more);
    return { status, out };
  };
  const safe = await examine();
  assert.equal(safe.status, 0);
  assert.match(safe.out, /^Withstands this attack: .* at least 1 is left with 3 or more whole numbers/);
  assert.match(safe.out, /^ {6}4 {2}cells are hidden$/m);
  assert.match(safe.out, /linear programs\. Elimination/);

  const strict = await examine('--possibilities', '4', '--json');
  const { narrow, exact, undecided, contributors, programs, seconds } = JSON.parse(strict.out) as Record<
    string,
    unknown
  >;
  assert.deepEqual([strict.status, narrow, exact, undecided, contributors], [1, 3, 0, 0, null]);
  assert.deepEqual([typeof programs, typeof seconds], ['number', 'number']);

  const himself = await examine('--contributors');
  assert.equal(himself.status, 1);
  assert.match(himself.out, /but 1 person who knows himself finds out about others/);
  assert.match(himself.out, /^ {6}2 {2}further primary cells become exact for somebody$/m);

  const marks = await examine('--known-primary', '--threshold', '5');
  assert.equal(marks.status, 0, marks.out);
  assert.match(marks.out, /who knows the published cells, which hidden ones are primary and/);

  const late = await examine('--time', '0.000001');
  assert.equal(late.status, 1);
  assert.match(late.out, /^Not known to be safe: the time ran out/);
});

test('says what is wrong in one line, with status 2', async () => {
  const inner = await file('wrong.csv', 'muni,region,freq\nA,R1,3\nA,R2,4\n');
  const text = await file('text.csv', 'muni,freq\nA,many\n');
  const square = await file('square-again.csv', SQUARE);
  const blank = await file('blank.csv', SQUARE.replace(/,\d+,([01]),1$/gm, ',,$1,1'));
  const few = await file(
    'few.csv',
    SQUARE.replace(/,\d+,([01]),1$/gm, ',,$1,1')
      .replace('M,Total,5', 'M,Total,1')
      .replace('K,Total,33', 'K,Total,37'),
  );
  const out = ['--out', join(folder, 'never.csv')];
  const tries: [RegExp, () => Promise<number>][] = [
    [
      /A in muni has two parents in region: R1 and R2/,
      () => protectCommand([inner, '--count', 'freq', '--hierarchy', 'muni<region', ...out]),
    ],
    [/There is no column n;/, () => protectCommand([inner, '--count', 'n', ...out])],
    [/"many" in freq is not a whole number/, () => protectCommand([text, '--count', 'freq', ...out])],
    [/must have the form/, () => protectCommand([inner, '--count', 'freq', '--hierarchy', 'muni', ...out])],
    [
      /nests in itself/,
      () =>
        protectCommand([
          inner,
          '--count',
          'freq',
          '--hierarchy',
          'a<b',
          '--hierarchy',
          'b<a<c',
          '--hierarchy',
          'x<a',
          ...out,
        ]),
    ],
    [/--threshold/, () => protectCommand([inner, '--count', 'freq', '--threshold', '2', ...out])],
    [/--zeros/, () => protectCommand([inner, '--count', 'freq', '--zeros', 'shown', ...out])],
    [/cannot be read/, () => protectCommand([join(folder, 'absent.csv'), '--count', 'freq', ...out])],
    [/--count freq/, () => protectCommand([inner])],
    [/Unknown option/, () => attackCommand([inner, '--count', 'freq', '--guess'])],
    [/--possibilities must be/, () => attackCommand([inner, '--count', 'freq', '--possibilities', '1'])],
    [/--time must be/, () => attackCommand([inner, '--count', 'freq', '--time', 'soon'])],
    [/--contributors needs true numbers/, () => attackCommand([blank, '--count', 'freq', '--contributors'])],
    [
      /not the hidden ones below 4; see --threshold/,
      () => attackCommand([square, '--count', 'freq', '--known-primary', '--threshold', '4']),
    ],
    [/contradict each other.*; see --bound/, () => attackCommand([few, '--count', 'freq', '--bound', '1'])],
    [/There is no column primary/, () => attackCommand([inner, '--count', 'freq'])],
  ];
  for (const [message, attempt] of tries) await assert.rejects(attempt, { name: 'InputError', message });
  const { status, error } = await command('protect', inner, '--count', 'n', ...out);
  assert.deepEqual([status, error], [2, 'There is no column n; there are muni, region, freq\n']);
});
