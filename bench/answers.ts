// What an answer costs: in the environment, slice and encode; in the client, decode.
import { createClient } from '@datakube/client';
import type { Query } from '@datakube/contract';
import { createMocks } from '@datakube/mocks';
import { tableFromIPC } from '@uwdata/flechette';
import { type Figure, inTurn, median, processorSeconds } from './figure.ts';
import { publishFortyThousand } from './forty-thousand.ts';

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

/** Slice, encode and decode: exactly 40,000 cells, and the largest cuboid, 28,080 cells of three measures. */
export async function answers(): Promise<Figure[]> {
  const goal = 'p50 ≤ 10 ms';
  const forty = await publishFortyThousand();
  const figures: Figure[] = [];
  for (const format of ['json', 'arrow']) {
    const name = `answer as ${format}, 40,000 cells × 1`;
    const times = await timesOf(forty.fetchAnew, forty.query, format);
    figures.push({ name: `${name}, made anew`, value: median(times), unit: 'ms', goal });
    // What it takes when the others on the machine are still.
    figures.push({ name: `${name}, made anew, the fastest`, value: Math.min(...times), unit: 'ms' });
    const again = median(await timesOf(forty.fetch, forty.query, format));
    figures.push({ name: `${name}, asked again`, value: again, unit: 'ms', goal });
  }
  const { fetch } = await createMocks({ citizens: 20_000, cubes: ['sundhedsdata-paa-tvaers'] });
  for (const format of ['json', 'arrow', 'csv']) {
    const value = median(await timesOf(fetch, query, format));
    const way = format === 'csv' ? 'made anew' : 'asked again';
    figures.push({ name: `answer as ${format}, 28,080 cells × 3, ${way}`, value, unit: 'ms' });
  }
  figures.push(await decoding(await ask(fetch, query, 'arrow')));
  return figures;
}

type Fetch = (request: Request) => Promise<Response>;

function ask(fetch: Fetch, query: Query, format: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(
    new Request(`${path}?format=${format}`, { method: 'POST', headers, body: JSON.stringify(query) }),
  );
}

/** Milliseconds of processor time from request to bytes, all threads, of many rounds after the first. */
async function timesOf(fetch: Fetch, query: Query, format: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 60; round++) {
    const seconds = await processorSeconds(async () => (await ask(fetch, query, format)).arrayBuffer());
    times.push(seconds * 1000);
  }
  return times.slice(10);
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
