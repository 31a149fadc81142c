import { expect } from '@open-wc/testing';
import { until } from '../../fixtures/until.ts';

describe('a page that stands before its script comes', () => {
  const { fetch } = globalThis;
  const asked: string[] = [];

  before(() => {
    globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return new Promise(() => {});
    };
  });
  after(() => {
    globalThis.fetch = fetch;
    document.body.replaceChildren();
  });

  it('asks the environment of its provider, though a script imports the explorer alone', async () => {
    document.body.innerHTML = `<datakube-provider environment="https://environment.example/">
      <datakube-explorer cube="some-cube"></datakube-explorer>
    </datakube-provider>`;
    await import('../explorer/define.ts');
    await until(() => asked.length > 0);
    for (const url of asked) expect(url).to.match(/^https:\/\/environment\.example\/v1\//);
  });
});
