import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CellSetAnswer } from '@datakube/contract';
import type { Browser } from 'playwright-core';
import { tinyApp } from '../../packages/environment/src/testing/tiny-app.ts';
import { SNIPPETS } from '../../packages/components/src/explorer/share/snippets/snippets.ts';
import { openHost, type Host } from '../hosts/host.ts';
import { buildSdk, bundle, type Files } from '../hosts/sdk.ts';
import { openBrowser, visit } from '../hosts/visitor.ts';
import { cellsOf, cellsOfLines, HOSTILE, linesOf, QUESTIONS, viewOf, type Cells } from './shared-views.ts';

const CUBE = 'tiny';
const LINK = 'rows=place:region&sort=-name';
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a program is on this machine; else why its test is left out. */
const without = (program: string): string | false =>
  spawnSync(program, ['--version']).status === 0 ? false : `${program} is not installed`;

/** A real environment of a small cube. */
const environment = (request: Request): Response | Promise<Response> => tinyApp().fetch(request);

/** Runs code in an empty folder, with nothing of this process but the way to programs. Nothing else is left in it. */
async function run(
  file: string,
  [program, ...parameters]: readonly [string, ...string[]],
  code: string,
  more: Record<string, string> = {},
): Promise<{ code: number | null; output: string; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'datakube-snippets-'));
  try {
    await writeFile(join(folder, file), code);
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, LANG: 'C.UTF-8', PYTHONIOENCODING: 'utf-8', ...more };
    const child = spawn(program, parameters, { cwd: folder, env });
    let [output, said] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const ended = await new Promise<number | null>((resolve) => child.on('close', resolve));
    assert.deepEqual(await readdir(folder), [file], 'no name became a command');
    return { code: ended, output, said };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How the code of a language is run, and how its numbers are read. R prints for people: it is asked for CSV after that. */
const programs = {
  curl: { program: 'curl', file: 'view.sh', run: ['sh', 'view.sh'], ask: '', read: linesOf },
  python: {
    program: 'python3',
    file: 'view.py',
    run: ['python3', 'view.py'],
    ask: '',
    read: (output: string) =>
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string | number | null>),
  },
  r: {
    program: 'Rscript',
    file: 'view.R',
    run: ['Rscript', '--vanilla', 'view.R'],
    ask: '\ncat("----\\n")\nwrite.csv(cells, row.names = FALSE, na = "")\n',
    read: (output: string) => linesOf(output.split('----\n')[1] ?? ''),
  },
} as const;

describe('the numbers of a shared view', () => {
  let host: Host;
  before(async () => {
    host = await openHost({ pages: {}, folders: {}, environment });
  });
  after(() => host?.close());

  for (const [language, { program, file, run: command, ask, read }] of Object.entries(programs)) {
    const { write } = SNIPPETS[language as keyof typeof programs];
    const skip = without(program);

    test(`in ${language} are those of the answer, status by status`, { skip }, async () => {
      for (const query of QUESTIONS) {
        const code = write(viewOf(host.address, CUBE, query, ''));
        const { output, said, code: ended } = await run(file, command, code + ask);
        assert.equal(ended, 0, said);
        const expected = await answerTo(host, query);
        const statuses = new Set(Object.values(expected).map(({ status }) => status));
        if (query.rows) assert.ok(statuses.has('suppressed') && statuses.has('published'));
        assert.deepEqual(cellsOfLines(read(output), query), expected);
      }
    });

    test(
      `in ${language} are asked for as they are, with the token of the environment variable`,
      { skip },
      async () => {
        let asked = '';
        const guarded = createServer((request, response) => {
          asked = '';
          const known = request.headers.authorization === 'Bearer a.b.c';
          request.on('data', (part: Buffer) => (asked += part.toString()));
          request.on('end', () =>
            response.writeHead(known ? 200 : 401).end(known ? 'persons,persons_status\n7,published\n' : '{}'),
          );
        });
        await new Promise<void>((resolve) => guarded.listen(0, '127.0.0.1', resolve));
        const { port } = guarded.address() as AddressInfo;
        // No member may be called so, and nothing is to depend on that.
        const query = { measures: ['persons'], filters: [{ dimension: 'place', members: [...HOSTILE] }] };
        const code = write(viewOf(`http://127.0.0.1:${port}/`, CUBE, query, '')) + ask;
        const refused = await run(file, command, code);
        assert.notEqual(refused.code, 0, 'a refusal is not numbers');
        const { output, said } = await run(file, command, code, { DATAKUBE_TOKEN: 'a.b.c' });
        guarded.close();
        assert.deepEqual(
          cellsOfLines(read(output), query),
          { persons: { value: 7, status: 'published' } },
          said,
        );
        assert.deepEqual(JSON.parse(asked), query);
      },
    );
  }
});

describe('a shared view on a page', () => {
  const pages: Record<string, string> = {};
  const folders: Record<string, Files> = {};
  let portal: Host;
  let browser: Browser;
  let inside: string;

  before(async () => {
    await mkdir(join(root, 'build'), { recursive: true });
    inside = await mkdtemp(join(root, 'build', 'snippet-'));
    folders['/sdk/'] = await buildSdk();
    portal = await openHost({ pages, folders, environment });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    portal?.close();
    await rm(inside, { recursive: true, force: true });
  });

  /** The view a snippet gives on a page of its own. */
  async function seen(path: string, html: string): Promise<void> {
    pages[path] = `<!doctype html><html lang="da"><head><title>x</title></head><body>${html}</body></html>`;
    const { page, complaints } = await visit(browser, portal.address + path);
    const view = page.locator('datakube-view');
    await view.getByRole('gridcell').first().waitFor();
    await view.getByText('persons efter region og year', { exact: true }).waitFor();
    // Only the link asks for this order.
    assert.deepEqual(await view.getByRole('rowheader').allInnerTexts(), ['all', 'south', 'north']);
    assert.deepEqual(complaints, []);
    await page.close();
  }

  test('in HTML is the view, in two lines', async () => {
    const code = SNIPPETS.html.write(viewOf(`${portal.address}/`, CUBE, { measures: ['persons'] }, LINK));
    assert.equal(code.trim().split('\n').length, 2);
    await seen('/html', code);
  });

  test('in HTML no link can end its attribute', () => {
    const link = '"><b onclick=q()>&amp;\'';
    const code = SNIPPETS.html.write(viewOf('https://e.example/', 'x', { measures: ['persons'] }, link));
    assert.match(code, / link="&#34;&#62;&#60;b onclick=q\(\)&#62;&amp;amp;'"><\/datakube-view>\n$/);
  });

  test('in React is the view, with types that hold', async () => {
    const [here, hostile] = [LINK, '"}{evil()}&quot;\\`${evil()}'].map((link) =>
      SNIPPETS.react.write(viewOf(`${portal.address}/`, CUBE, { measures: ['persons'] }, link)),
    );
    const main = `import { createRoot } from 'react-dom/client';
import { SharedView } from './view.tsx';
createRoot(document.querySelector('#root')!).render(<SharedView />);
`;
    // Against the types that are published: those of the sources take ten times as long.
    const settings = {
      extends: '../../test/hosts/types/react/tsconfig.json',
      compilerOptions: { customConditions: [], skipLibCheck: true },
      include: ['*.tsx'],
    };
    await Promise.all([
      writeFile(join(inside, 'view.tsx'), here!),
      writeFile(join(inside, 'hostile.tsx'), hostile!),
      writeFile(join(inside, 'main.tsx'), main),
      writeFile(join(inside, 'tsconfig.json'), JSON.stringify(settings)),
    ]);
    const compiler = join(root, 'node_modules/typescript7/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', inside], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
    folders['/app/'] = await bundle(join(inside, 'main.tsx'), 'main');
    await seen('/react', '<div id="root"></div><script type="module" src="/app/main.js"></script>');
  });
});

async function answerTo(host: Host, query: object): Promise<Cells> {
  const answer = await fetch(`${host.address}/v1/cubes/${CUBE}/query?format=json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(query),
  });
  return cellsOf(CellSetAnswer.parse(await answer.json()));
}
