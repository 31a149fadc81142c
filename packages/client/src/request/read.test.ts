import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatakubeProtocolError } from '../errors.ts';
import { readBytes } from './read.ts';

describe('readBytes', () => {
  const parts = ['ab', '', 'cde'];

  function inParts(headers = {}): { response: Response; cancelled: () => boolean } {
    let cancelled = false;
    const left = parts.map((part) => new TextEncoder().encode(part));
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left.length > 0 ? controller.enqueue(left.shift()!) : controller.close()),
      cancel: () => void (cancelled = true),
    });
    return { response: new Response(body, { headers }), cancelled: () => cancelled };
  }

  it('puts together what comes in parts', async () => {
    const headers = { 'content-type': 'Text/CSV; charset=utf-8', 'content-digest': 'sha-256=:AAAA:' };
    const answer = await readBytes(inParts(headers).response, 5);
    assert.deepEqual(answer, {
      type: 'text/csv',
      bytes: new TextEncoder().encode('abcde'),
      digest: 'sha-256=:AAAA:',
    });
  });

  it('reads what is empty', async () => {
    assert.deepEqual(await readBytes(new Response(null)), {
      type: '',
      bytes: new Uint8Array(0),
      digest: null,
    });
  });

  it('stops at what is larger than it may be, whatever the header says', async () => {
    const { response, cancelled } = inParts({ 'content-length': '1' });
    await assert.rejects(readBytes(response, 4), DatakubeProtocolError);
    assert.equal(cancelled(), true);
  });
});
