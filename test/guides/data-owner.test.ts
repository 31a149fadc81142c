import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CubeDefinition, DimensionDefinition } from '@datakube/contract';
import { readCubes } from '@datakube/environment';
import { codeLists, cubeDefinitions, registerSchema } from '@datakube/registers';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/guide/data-owner.md'), 'utf8');
const [whole, ...additions] = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
  ([, text]) => JSON.parse(text!) as object,
);
const definition = whole as CubeDefinition;
const said = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
const [, command] = /^npm run --silent cube -- (.*)$/m.exec(page)!;

const read = (cube: unknown): void => void readCubes([...cubeDefinitions, cube], codeLists, registerSchema);

describe('the guide for data owners', () => {
  const folder = mkdtempSync(join(tmpdir(), 'datakube-cube-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'receptmedicin.json');
  const tried = (cube: object): string => {
    writeFileSync(file, JSON.stringify(cube));
    const task = join(root, 'scripts/tasks/cube.mjs');
    return execFileSync(process.execPath, ['--conditions=datakube-source', task, ...command!.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    });
  };
  const secondary = (report: string): number => Number(/^secondary +(\d+)$/m.exec(report)![1]);

  it('has a definition that can be tried as it stands, and shows what is said then', () => {
    const report = tried(definition);
    const [begins] = said.at(-1)!.split('…');
    assert.ok(report.startsWith(begins!), report);
    assert.match(report, /^determined +0$/m);
  });

  it('is right that a finer table hides more', { skip: !process.env['DATAKUBE_THOROUGH'] }, () => {
    const finer = structuredClone(definition);
    Object.assign(finer.release.cuboids[0]!.dimensions[3]!, { level: 'quarter' });
    assert.ok(secondary(tried(finer)) > secondary(tried(definition)));
  });

  it('says what a wrong definition is refused with', () => {
    const wrong = structuredClone(definition) as unknown as {
      measures: { additiveOver: string[] }[];
      release: { cuboids: { dimensions: unknown[] }[] };
    };
    wrong.measures[0]!.additiveOver[0] = 'place';
    wrong.release.cuboids[0]!.dimensions.pop();
    assert.throws(() => read(wrong), { message: said[0]!.trimEnd() });
    writeFileSync(file, JSON.stringify(wrong));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=datakube-source', join(root, 'scripts/tasks/cube.mjs'), file],
      { encoding: 'utf8' },
    );
    assert.deepEqual([status, stdout, stderr.trimEnd()], [1, '', said[0]!.trimEnd()]);
  });

  it('has additions that fit', () => {
    const [remarks, groupings, examples] = additions as Partial<CubeDefinition & DimensionDefinition>[];
    const more = structuredClone(definition);
    const into = (id: string, what: object): void =>
      void Object.assign(
        more.dimensions.find((each) => each.id === id)!,
        what,
      );
    into('time', remarks!);
    into('medicine', groupings!);
    read({ ...more, ...examples });
    assert.equal(additions.length, 3);
  });
});
