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
});
