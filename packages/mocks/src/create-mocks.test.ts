import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Catalogue } from '@datakube/contract';
import { getResponse } from 'msw';
import { createMocks } from './create-mocks.ts';

it('createMocks answers alike by fetch and by handlers, with the cubes that were wanted', async () => {
  const steps: string[] = [];
  const cube = 'speciallaegepraksis';
  const origin = 'https://environment.example';
  const mocks = await createMocks({ origin, cubes: [cube], onProgress: ({ step }) => steps.push(step) });
  const { cubes } = Catalogue.parse(await (await mocks.fetch(`${origin}/v1/cubes`)).json());
  assert.deepEqual(cubes.map(({ id, synthetic }) => [id, synthetic]), [[cube, true]]); // prettier-ignore
  const handled = await getResponse([...mocks.handlers], new Request(`${origin}/v1/cubes`));
  assert.deepEqual(await handled?.json(), { cubes });
  assert.deepEqual([...new Set(steps)], ['registers', 'tabulate', 'protect', 'store']);
});
