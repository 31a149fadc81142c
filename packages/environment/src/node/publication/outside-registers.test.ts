import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type ProtectedTable, PERTURBED, PUBLISHED, SUPPRESSED } from '@datakube/disclosure';
import { cubeDefinitions } from '@datakube/registers';
import { grainOf } from '../../outside/grain.ts';
import { knownSecrets } from '../testing/known-secrets.ts';
import { prepareData } from './prepare-data.ts';

const folder = await mkdtemp(join(tmpdir(), 'outside-registers-'));
await knownSecrets(folder);
const options = { folder, definitions: cubeDefinitions, citizens: 4000, profile: 'sandbox' } as const;
const { cubes, outside } = await prepareData(options);
const cube = cubes.find(({ definition }) => definition.id === 'speciallaegepraksis')!;
const grain = (depths: Record<string, number>) => grainOf(cube, new Map(Object.entries(depths)));
const statusesOf = ({ table }: { table: ProtectedTable }): number[] =>
  [...new Set(table.columns(0).status)].sort((a, b) => a - b);

describe('answers outside the release, from the registers in DuckDB', () => {
  after(() => rm(folder, { recursive: true }));

  it('are made in a process of their own, once, and kept sealed', async () => {
    const exact = grain({ residence: 1, 'diagnosis-chapter': 1, age: 1, time: 1 });
    const noisy = grain({ residence: 1, age: 1, sex: 1, specialty: 1, time: 1 });
    const found = await outside.find(exact, ['extend']);
    assert.equal(found!.way, 'extend');
    assert.deepEqual(
      statusesOf(found!),
      [PUBLISHED, SUPPRESSED].sort((a, b) => a - b),
    );
    const other = await outside.find(noisy, ['extend', 'perturb']);
    assert.equal(other!.way, 'perturb');
    assert.deepEqual(
      statusesOf(other!),
      [SUPPRESSED, PERTURBED].sort((a, b) => a - b),
    );
    assert.equal((await readdir(join(folder, 'outside'))).length, 2);
    const again = await (await prepareData(options)).outside.find(exact, ['extend']);
    assert.deepEqual(again!.table.columns(0), found!.table.columns(0));
  });
});
