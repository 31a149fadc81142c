import { expect } from '@open-wc/testing';
import type { DatakubeClient } from '@datakube/client';
import { ClientRequestEvent } from './client-context.ts';
import '../define.ts';

/** Asks from an element as any copy of the library does, and keeps every answer. */
function ask(from: Element): (DatakubeClient | null)[] {
  const answers: (DatakubeClient | null)[] = [];
  from.dispatchEvent(new ClientRequestEvent((client) => answers.push(client)));
  return answers;
}

function provider(environment: string): HTMLElementTagNameMap['datakube-provider'] {
  const element = document.createElement('datakube-provider');
  element.environment = environment;
  document.body.append(element);
  return element;
}

describe('datakube-provider', () => {
  afterEach(() => document.querySelectorAll('datakube-provider').forEach((element) => element.remove()));

  it('gives all elements inside it the same client of its environment', async () => {
    const around = provider('https://environment.example/');
    await around.updateComplete;
    const [a, b] = [document.createElement('p'), document.createElement('p')];
    around.append(a, b);
    expect(ask(a)[0]?.url).to.equal('https://environment.example/');
    expect(ask(b)[0]).to.equal(ask(a)[0]);
  });

  it('answers through shadow roots', async () => {
    const around = provider('https://environment.example/');
    await around.updateComplete;
    const host = document.createElement('div');
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    around.append(host);
    expect(ask(inner)[0]?.url).to.equal('https://environment.example/');
  });

  it('tells those inside when its client changes', async () => {
    const around = provider('https://one.example/');
    const inner = document.createElement('p');
    around.append(inner);
    const answers = ask(inner);
    await around.updateComplete;
    around.environment = 'https://two.example/';
    await around.updateComplete;
    expect(answers.map((client) => client?.url ?? null)).to.deep.equal([
      null,
      'https://one.example/',
      'https://two.example/',
    ]);
  });

  it('answers the nearest only', async () => {
    const outer = provider('https://outer.example/');
    const inner = provider('https://inner.example/');
    outer.append(inner);
    await inner.updateComplete;
    const asked = document.createElement('p');
    inner.append(asked);
    expect(ask(asked).map((client) => client?.url)).to.deep.equal(['https://inner.example/']);
  });

  it('leaves other requests alone', () => {
    const around = provider('https://environment.example/');
    let passed = false;
    document.body.addEventListener('context-request', () => (passed = true), { once: true });
    around.dispatchEvent(
      Object.assign(new Event('context-request', { bubbles: true }), { context: 'theme' }),
    );
    expect(passed).to.equal(true);
  });

  it('keeps two nested environments apart, when either changes', async () => {
    const [outer, inner] = [provider('https://outer.example/'), provider('https://inner.example/')];
    outer.append(inner);
    const [outside, within] = [document.createElement('p'), document.createElement('p')];
    outer.append(outside);
    inner.append(within);
    await Promise.all([outer.updateComplete, inner.updateComplete]);
    const [heardOutside, heardWithin] = [ask(outside), ask(within)];
    outer.environment = 'https://outer-2.example/';
    await outer.updateComplete;
    inner.environment = 'https://inner-2.example/';
    await inner.updateComplete;
    const urls = (heard: (DatakubeClient | null)[]): (string | undefined)[] =>
      heard.map((client) => client?.url);
    expect(urls(heardOutside)).to.deep.equal(['https://outer.example/', 'https://outer-2.example/']);
    expect(urls(heardWithin)).to.deep.equal(['https://inner.example/', 'https://inner-2.example/']);
  });

  it('has no client while it names no environment, and takes it away again', async () => {
    const around = provider('');
    const inner = document.createElement('p');
    around.append(inner);
    const answers = ask(inner);
    await around.updateComplete;
    around.environment = 'https://one.example/';
    await around.updateComplete;
    around.environment = '';
    await around.updateComplete;
    expect(around.client).to.equal(null);
    expect(
      answers.map((client) => client?.url ?? null).filter((url, at, all) => url !== all[at - 1]),
    ).to.deep.equal([null, 'https://one.example/', null]);
  });

  it('tells nobody who has left', async () => {
    const around = provider('https://one.example/');
    await around.updateComplete;
    const inner = document.createElement('p');
    around.append(inner);
    let leave: (() => void) | undefined;
    let heard = 0;
    inner.dispatchEvent(
      new ClientRequestEvent((_, unsubscribe) => {
        heard += 1;
        leave = unsubscribe;
      }),
    );
    leave!();
    around.environment = 'https://two.example/';
    await around.updateComplete;
    expect(heard).to.equal(1);
  });

  it('makes another client for another sign-in, and the same one for anything else', async () => {
    const around = provider('https://one.example/');
    await around.updateComplete;
    const { client } = around;
    around.requestUpdate();
    await around.updateComplete;
    expect(around.client).to.equal(client);
    around.getToken = async () => 'token';
    await around.updateComplete;
    expect(around.client).to.not.equal(client);
  });

  it('answers no more when it is off the page', async () => {
    const around = provider('https://one.example/');
    await around.updateComplete;
    const inner = document.createElement('p');
    around.append(inner);
    around.remove();
    expect(ask(inner)).to.deep.equal([]);
    document.body.append(around);
    expect(ask(inner)).to.have.length(1);
  });

  it('draws nothing of its own', async () => {
    const around = provider('https://one.example/');
    await around.updateComplete;
    expect(getComputedStyle(around).display).to.equal('contents');
    expect(around.renderRoot.querySelectorAll('*:not(slot, style)')).to.have.length(0);
  });
});
