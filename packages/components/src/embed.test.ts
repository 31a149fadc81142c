import { expect } from '@open-wc/testing';
import { exampleCube } from '../fixtures/example-cube.ts';
import { settled } from '../fixtures/mount.ts';

describe('the embed in two lines', () => {
  it('asks the environment the bundle came from, with the page’s token where there is one', async () => {
    const home = new URL('.', import.meta.url).href;
    const asked: [string, string | null][] = [];
    const fetched = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const { url, headers } = new Request(input, init);
      asked.push([url, headers.get('authorization')]);
      return Response.json(exampleCube, { status: 404 });
    };
    document.body.insertAdjacentHTML(
      'beforeend',
      '<datakube-explorer cube="sundhedsdata-paa-tvaers"></datakube-explorer>',
    );
    await import('./embed.ts');
    const explorer = document.querySelector('datakube-explorer')!;
    await settled(explorer);
    const environment = new URL('..', home).href;
    expect(asked.map(([url]) => url)).to.include(`${environment}v1/cubes/sundhedsdata-paa-tvaers`);
    expect(asked.every(([url, token]) => url.startsWith(environment) && token === null)).to.equal(true);

    asked.length = 0;
    explorer.getToken = async () => 'a.b.c';
    await settled(explorer);
    expect(asked.length).to.be.greaterThan(0);
    expect(asked.every(([, token]) => token === 'Bearer a.b.c')).to.equal(true);
    globalThis.fetch = fetched;
    explorer.remove();
  });
});
