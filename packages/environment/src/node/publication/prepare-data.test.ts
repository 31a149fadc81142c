import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';
import { readCubes } from '../../cubes/read-cubes.ts';
import { CubeDefinitionError } from '../../cubes/definition-fault.ts';
import type { Progress } from '../../release/publish-cube.ts';
import { writeDuckDbRegisters } from '../duckdb/write-registers.ts';
import { knownSecrets } from '../testing/known-secrets.ts';
import { type PrepareDataOptions, prepareData } from './prepare-data.ts';

const root = await mkdtemp(join(tmpdir(), 'datakube-prepare-'));
after(() => rm(root, { recursive: true }));

const citizens = 1500;
/** The sandbox's cubes with the last of their tables by region alone, so that publishing takes no time. */
const definitions = cubeDefinitions.map((definition) => {
  const copy = structuredClone(definition) as {
    id: string;
    policy: { threshold: number };
    release: { cuboids: { dimensions: { level: string }[] }[] };
    examples: unknown[];
  };
  const byRegion = copy.release.cuboids.filter(({ dimensions }) =>
    dimensions.some(({ level }) => level === 'region'),
  );
  copy.release.cuboids = byRegion.slice(-1);
  // They ask for what is left out.
  copy.examples = [];
  return copy;
});
const steps: Progress[] = [];

function prepare(folder: string, more: Partial<PrepareDataOptions> = {}): ReturnType<typeof prepareData> {
  steps.length = 0;
  return prepareData({
    folder: join(root, folder),
    definitions,
    citizens,
    profile: 'sandbox',
    effort: 0,
    onProgress: (progress) => steps.push(progress),
    ...more,
  });
}

/** Cubes that were stored. */
function published(): string[] {
  return steps.flatMap(({ step, cube, done }) => (step === 'store' && done === 1 ? [cube!] : [])).sort();
}

describe('preparing the data', () => {
  it('makes registers and releases, and nothing the second time', async () => {
    const first = await prepare('data');
    assert.deepEqual([...new Set(steps.map(({ step }) => step))].sort(), [
      'protect',
      'registers',
      'store',
      'tabulate',
    ]);
    assert.deepEqual(
      first.cubes.map(({ definition }) => definition.id),
      ['speciallaegepraksis', 'sundhedsdata-paa-tvaers'],
    );
    const names = await Promise.all(
      first.cubes.map(async ({ definition }) => (await first.store.current(definition.id))?.id),
    );
    assert.ok(names.every((name) => name !== undefined));

    const second = await prepare('data');
    assert.deepEqual(steps, []);
    const again = await Promise.all(
      second.cubes.map(async ({ definition }) => (await second.store.current(definition.id))?.id),
    );
    assert.deepEqual(again, names);
    assert.equal(second.synthetic, true);
  });

  it('keeps its secrets to itself', async () => {
    const secrets = join(root, 'data', 'secrets');
    assert.deepEqual((await readdir(secrets)).sort(), ['disclosure-seed', 'noise-secret', 'seal-key']);
    assert.equal((await stat(secrets)).mode & 0o777, 0o700);
    for (const name of await readdir(secrets))
      assert.equal((await stat(join(secrets, name))).mode & 0o777, 0o600);
  });

  it('publishes again the family of a cube whose definition has changed', async () => {
    const changed = structuredClone(definitions);
    changed.find(({ id }) => id === 'speciallaegepraksis')!.policy.threshold = 7;
    await prepare('data', { definitions: changed });
    assert.deepEqual(published(), ['speciallaegepraksis', 'sundhedsdata-paa-tvaers']);
    await prepare('data', { definitions: changed });
    assert.deepEqual(steps, []);
  });

  it('mends a release that is damaged', async () => {
    const prepared = await prepare('data');
    const { id: release } = (await prepared.store.current('sundhedsdata-paa-tvaers'))!;
    const home = join(root, 'data', 'releases', 'sundhedsdata-paa-tvaers');
    await writeFile(join(home, release, '0.table'), 'damaged');
    const { store } = await prepare('data');
    assert.ok(published().includes('sundhedsdata-paa-tvaers'));
    const manifest = await store.current('sundhedsdata-paa-tvaers');
    assert.equal(manifest!.id, release);
    assert.ok((await store.cuboid(manifest!, 0)).cells > 0);
  });

  it('refuses a wrong definition before it makes anything', async () => {
    const wrong = { ...definitions[0], policy: undefined };
    await assert.rejects(prepare('never', { definitions: [wrong] }), CubeDefinitionError);
    await assert.rejects(stat(join(root, 'never')), { code: 'ENOENT' });
  });

  it('makes nothing up in production', async () => {
    await assert.rejects(prepare('production', { profile: 'production' }), /no registers/);
    await assert.rejects(prepare('data', { profile: 'production' }), /synthetic/);
    assert.deepEqual(steps, []);
  });

  it('keeps years that were published when the registers are delivered again', async () => {
    const folder = join(root, 'delivered');
    await mkdir(folder, { mode: 0o700 });
    await knownSecrets(folder);
    const deliver = async (seed: number): Promise<void> => {
      const path = join(folder, 'registers.duckdb');
      await rm(path, { force: true });
      const cubes = readCubes(definitions, codeLists, registerSchema);
      const registers = collectRegisters({ citizens, seed });
      const about = { citizens, seed, schema: registerSchema, cubes, synthetic: false, sample: '' };
      await writeDuckDbRegisters(path, [registers], about);
    };
    const releases = async (): Promise<(readonly [string, number])[]> => {
      const { cubes, store } = await prepare('delivered', { profile: 'production' });
      return Promise.all(
        cubes.map(async ({ definition }) => {
          const { id, sequence } = (await store.current(definition.id))!;
          return [id, sequence] as const;
        }),
      );
    };
    await deliver(1);
    const first = await releases();
    assert.deepEqual(
      first.map(([, sequence]) => sequence),
      [1, 1],
    );
    await deliver(2);
    assert.deepEqual(
      await releases(),
      first.map(([id]) => [id, 2]),
    );
    assert.deepEqual(published(), ['speciallaegepraksis', 'sundhedsdata-paa-tvaers']);
    assert.deepEqual(
      await releases(),
      first.map(([id]) => [id, 2]),
    );
    assert.deepEqual(steps, []);
  });

  it('stops when told to, and goes on later', async () => {
    const controller = new AbortController();
    const onProgress = ({ step }: Progress): void => {
      if (step === 'tabulate') controller.abort(new Error('going down'));
    };
    await assert.rejects(prepare('stopped', { signal: controller.signal, onProgress }), /going down/);
    const { cubes, store } = await prepare('stopped');
    assert.ok(!steps.some(({ step }) => step === 'registers'));
    for (const { definition } of cubes) assert.ok(await store.current(definition.id));
  });
});
