import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentDigest, holdsDigest } from './content-digest.ts';

describe('contentDigest', () => {
  it('is what the RFC computes for its own example', async () => {
    // RFC 9530, appendix B.1: the content is {"hello": "world"} and a line feed.
    const body = new TextEncoder().encode('{"hello": "world"}\n');
    assert.equal(await contentDigest(body), 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });
});

describe('holdsDigest', () => {
  const digest = 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:';

  it('finds the digest among others', () => {
    assert.equal(holdsDigest(digest, digest), true);
    assert.equal(holdsDigest(`sha-512=:AAAA:, ${digest}`, digest), true);
  });

  it('finds none where there is none, another, or one by another algorithm', () => {
    for (const header of [
      null,
      '',
      'sha-256',
      'sha-256=:AAAA:',
      digest.replace('256', '512'),
      digest.slice(0, -1),
    ])
      assert.equal(holdsDigest(header, digest), false, String(header));
  });
});
