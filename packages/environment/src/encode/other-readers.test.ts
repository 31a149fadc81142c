import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Format } from '@datakube/contract';
import { linesOf, tinyAnswers } from '../testing/tiny-answers.ts';
import { encode } from './encode.ts';

const run = promisify(execFile);
const script = (name: string): string =>
  fileURLToPath(new URL(`../testing/readers/${name}`, import.meta.url));

/** The first of the programs that can do what is asked of it; none where this machine has none. */
async function find(programs: readonly string[], probe: readonly string[]): Promise<string | undefined> {
  for (const program of programs) {
    const works = await run(program, [...probe]).then(
      () => true,
      () => false,
    );
    if (works) return program;
  }
  return undefined;
}

// Each starts a program of its own, several times over.
const skip = process.env['DATAKUBE_THOROUGH'] ? false : 'DATAKUBE_THOROUGH=1 reads them with other programs';

describe('files read by what analysts have', { skip }, () => {
  const folders: string[] = [];
  let sizes: number[];
  before(async () => {
    const formats: readonly Format[] = ['csv', 'csv-plain', 'xlsx', 'json-stat', 'sdmx-csv'];
    const answers = await tinyAnswers();
    for (const answer of answers) {
      const folder = await mkdtemp(join(tmpdir(), 'datakube-readers-'));
      folders.push(folder);
      for (const format of formats) {
        const { body } = await encode(answer, format);
        await writeFile(join(folder, `answer.${format}`), body!);
      }
      const { measures, language } = answer.meta;
      const expected = {
        lines: linesOf(answer),
        language,
        measures: measures.map(({ id }) => id),
        titles: measures.map(({ id, name }) => (id.includes('.') ? name[language] : id)),
      };
      await writeFile(join(folder, 'expected.json'), JSON.stringify(expected));
    }
    sizes = answers.map((answer) => linesOf(answer).length);
  });
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  const readWith = async (context: TestContext, program: string | undefined, name: string): Promise<void> => {
    if (!program) return context.skip(`not on this machine: what ${name} needs`);
    for (const [index, cwd] of folders.entries()) {
      const { stdout }: { stdout: string } = await run(program, [script(name)], { cwd });
      assert.equal(Number(stdout), sizes[index]);
    }
  };

  it('has each cell in pandas and openpyxl, no formula, and hidden cells that all look alike', async (context) => {
    const python = await find(['python3', '/usr/bin/python3'], ['-c', 'import pandas, openpyxl']);
    await readWith(context, python, 'read_files.py');
  });

  it('has each cell in R', async (context) => {
    await readWith(context, await find(['Rscript'], ['-e', 'library(jsonlite)']), 'read_files.R');
  });

  it('has each cell in LibreOffice', async (context) => {
    const office = await find(['soffice'], ['--version']);
    if (!office) return context.skip('not on this machine: LibreOffice');
    const [folder] = folders;
    const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
    await run(office, ['--headless', '--convert-to', filter, 'answer.xlsx'], { cwd: folder! });
    const [heads, ...lines] = (await readFile(join(folder!, 'answer-Data.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').map((field) => field.replace(/^"(.*)"$/, '$1')));
    const { lines: expected } = JSON.parse(await readFile(join(folder!, 'expected.json'), 'utf8')) as {
      lines: ReturnType<typeof linesOf>;
    };
    const at = (line: readonly string[], head: string): string => line[heads!.indexOf(head)]!;
    assert.deepEqual(
      lines.map((line) => [at(line, 'measure'), at(line, 'value'), at(line, 'status')]),
      expected.map(({ measure, value, status }) => [measure, value === null ? '' : String(value), status]),
    );
  });
});
