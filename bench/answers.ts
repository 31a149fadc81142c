// What an answer costs: in the environment, slice and encode; in the client, decode.
import { createClient } from '@datakube/client';
import type { Query } from '@datakube/contract';
import { createMocks } from '@datakube/mocks';
import { tableFromIPC } from '@uwdata/flechette';
import { type Figure, inTurn, median, processorSeconds } from './figure.ts';

const query: Query = {
  measures: ['persons', 'contacts', 'bed-days'],
  rows: [
    { dimension: 'residence', level: 'municipality', parents: true },
    { dimension: 'age', level: 'broad' },
  ],
  columns: [
    { dimension: 'time', level: 'quarter', parents: true },
    { dimension: 'sex', level: 'sex' },
  ],
  totals: true,
};
const path = 'http://environment.example/v1/cubes/sundhedsdata-paa-tvaers/query';

/** Slice, encode and decode of the largest cuboid: 28,080 cells of three measures. */
export async function answers(): Promise<Figure[]> {
  const { fetch } = await createMocks({ citizens: 20_000, cubes: ['sundhedsdata-paa-tvaers'] });
  const ask = (format: string): Promise<Response> =>
    fetch(`${path}?format=${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
    });
  const figures: Figure[] = [];
  for (const format of ['json', 'arrow', 'csv']) {
    const times: number[] = [];
    for (let round = 0; round < 25; round++) {
      times.push((await processorSeconds(async () => (await ask(format)).arrayBuffer())) * 1000);
    }
    const goal = format === 'csv' ? {} : { goal: 'p50 ≤ 10 ms for 40,000 cells' };
    figures.push({
      name: `answer as ${format}, 28,080 cells × 3`,
      value: median(times.slice(5)),
      unit: 'ms',
      ...goal,
    });
  }
  figures.push(await decoding(await ask('arrow')));
  return figures;
}

async function decoding(answer: Response): Promise<Figure> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const stored: typeof fetch = async () => new Response(bytes, { headers: answer.headers });
  const client = createClient({ url: 'http://environment.example', fetch: stored });
  const { ours, ratio } = await inTurn(
    async () => {
      client.forget();
      await client.query('sundhedsdata-paa-tvaers', query, { format: 'arrow' });
    },
    () => {
      const table = tableFromIPC(bytes);
      for (const measure of query.measures) {
        table.getChild(measure).toArray();
        table.getChild(`${measure}_status`).toArray();
      }
    },
  );
  return { name: 'decode and check Arrow, 28,080 cells × 3', value: ours, unit: 'ms', ratio };
}
