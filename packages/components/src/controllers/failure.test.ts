import { DatakubeError, DatakubeNetworkError } from '@datakube/client';
import { ERRORS, type ErrorCode } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { failureWords } from '../explorer/state-panel/failure-words.ts';
import { failureOf, type Failure } from './failure.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

/** What a user can do about each error: asked of the code, said here once more by hand. */
const kinds: Record<Failure['kind'], ErrorCode[]> = {
  refused: [
    'ERR_REQUEST_INVALID',
    'ERR_QUERY_INVALID',
    'ERR_QUERY_NOT_ADDITIVE',
    'ERR_NOT_RELEASABLE',
    'ERR_NOT_FOUND',
    'ERR_METHOD_NOT_ALLOWED',
    'ERR_NOT_ACCEPTABLE',
    'ERR_MEDIA_TYPE',
  ],
  'too-large': ['ERR_QUERY_TOO_LARGE', 'ERR_BODY_TOO_LARGE'],
  forbidden: ['ERR_UNAUTHENTICATED', 'ERR_FORBIDDEN'],
  failed: ['ERR_BUSY', 'ERR_UNAVAILABLE', 'ERR_INTERNAL'],
  offline: [],
};

describe('what a user has to know of an error', () => {
  it('is known for every code of the table', () => {
    expect(Object.values(kinds).flat().sort()).to.deep.equal([...codes].sort());
    for (const [kind, of] of Object.entries(kinds)) {
      for (const code of of) expect(failureOf(new DatakubeError(code)).kind, code).to.equal(kind);
    }
  });

  it('is said in words in both languages, and only a refusal to release speaks of recognition', () => {
    for (const code of codes) {
      for (const language of ['da', 'en'] as const) {
        const { heading, detail } = failureWords(failureOf(new DatakubeError(code)), language);
        expect(heading, code).to.not.equal('');
        expect(detail, code).to.not.equal('');
        expect(/genkendes|recognised/.test(detail), `${code} in ${language}`).to.equal(
          code === 'ERR_NOT_RELEASABLE',
        );
      }
    }
  });

  it('keeps the environment’s own words, its ways out and the number of the case', () => {
    const waysOut = [{ label: { da: 'Vis regioner', en: 'Show regions' }, query: { measures: ['persons'] } }];
    const detail = { da: 'For fint.', en: 'Too fine.' };
    const error = new DatakubeError('ERR_NOT_RELEASABLE', { detail, waysOut, requestId: 'case-1' });
    const failure = failureOf(error);
    expect(failure).to.include({ code: 'ERR_NOT_RELEASABLE', case: 'case-1', error });
    expect(failure.waysOut).to.deep.equal(waysOut);
    expect(failureWords(failure, 'en').detail).to.equal('Too fine.');
  });

  it('of the net is one of the connection only where there is none', () => {
    const error = new DatakubeNetworkError('unreachable');
    expect(failureOf(error)).to.include({ kind: 'failed', code: 'ERR_UNAVAILABLE' });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    expect(failureOf(error)).to.include({ kind: 'offline', code: 'ERR_UNAVAILABLE' });
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('of anything else is a fault, and tells nothing of it', () => {
    for (const error of [new TypeError('x is undefined at secret.ts:12'), 'a text', undefined, null]) {
      const failure = failureOf(error);
      expect(failure).to.include({ kind: 'failed', code: 'ERR_INTERNAL' });
      const { heading, detail } = failureWords(failure, 'da');
      expect(heading + detail).to.not.contain('secret');
    }
  });
});
