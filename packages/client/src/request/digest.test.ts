import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { FORMATS } from '@datakube/contract';
import fc from 'fast-check';
import { createClient } from '../client.ts';
import { DatakubeProtocolError } from '../errors.ts';
import { asArrow, asBytes, CUBE, makeAnswer, QUERY } from '../testing/answers.ts';
import { damagedBytes } from '../testing/damage.ts';
import { checkDigest } from './digest.ts';

/** The digest of a body, made by another library than the one that checks it. */
function digestOf(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
}

const BODIES = { json: asBytes(makeAnswer()), arrow: asArrow(makeAnswer()) };

describe('checkDigest', () => {
  for (const [format, bytes] of Object.entries(BODIES)) {
    const digest = digestOf(bytes);
    it(`refuses ${format} that was damaged in any of 10,000 ways`, async () => {
      const changed = damagedBytes(bytes).filter((damaged) => Buffer.compare(damaged, bytes) !== 0);
      await fc.assert(
        fc.asyncProperty(changed, async (damaged) => {
          await assert.rejects(checkDigest({ type: '', bytes: damaged, digest }), DatakubeProtocolError);
        }),
        { numRuns: 10_000 },
      );
    });
  }
});

describe('an answer to a query', () => {
  function answering(format: 'json' | 'arrow', bytes: Uint8Array<ArrayBuffer>, digest: string | null) {
    let asked = 0;
    const headers = { 'content-type': FORMATS[format], ...(digest !== null && { 'content-digest': digest }) };
    const fetch = async (): Promise<Response> => {
      asked++;
      return new Response(bytes, { headers });
    };
    return { client: createClient({ url: 'https://environment.example', fetch }), asked: () => asked };
  }

  for (const format of ['json', 'arrow'] as const) {
    const bytes = BODIES[format];
    const digest = digestOf(bytes);

    it(`as ${format} is read with its digest, alone or beside another`, async () => {
      for (const header of [digest, `sha-512=:AAAA:, ${digest}`]) {
        const cells = await answering(format, bytes, header).client.query(CUBE, QUERY, { format });
        assert.equal(cells.cube, CUBE);
      }
    });

    const wrong = {
      none: null,
      empty: '',
      'by another algorithm': digest.replace('sha-256', 'sha-512'),
      'of other bytes': digestOf(bytes.slice(1)),
      'without its colons': digest.replaceAll(':', ''),
    };
    for (const [what, header] of Object.entries(wrong)) {
      it(`as ${format} is refused at once with the digest ${what}`, async () => {
        const { client, asked } = answering(format, bytes, header);
        await assert.rejects(client.query(CUBE, QUERY, { format }), DatakubeProtocolError);
        await assert.rejects(client.download(CUBE, QUERY, format), DatakubeProtocolError);
        assert.equal(asked(), 2, 'trying again does not help');
      });
    }

    it(`as ${format} is refused with one bit changed, also as a file`, async () => {
      const damaged = bytes.slice();
      damaged[damaged.length >> 1]! ^= 1;
      const { client } = answering(format, damaged, digest);
      await assert.rejects(client.query(CUBE, QUERY, { format }), DatakubeProtocolError);
      await assert.rejects(client.download(CUBE, QUERY, format), DatakubeProtocolError);
    });
  }
});
