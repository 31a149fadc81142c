import type { DatakubeClient } from '@datakube/client';
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { setHomeEnvironment } from '../provider/home-environment.ts';
import { ClientController, type OwnClient } from './client-controller.ts';
import '../provider/define.ts';

class Asker extends LitElement {
  own: OwnClient = { environment: '', getToken: undefined };
  clients = new ClientController(this, () => this.own);

  get client(): DatakubeClient | null {
    return this.clients.client;
  }
}
customElements.define('test-asker', Asker);

const asker = (): Asker => document.createElement('test-asker') as Asker;

function provider(environment: string): HTMLElementTagNameMap['datakube-provider'] {
  const element = document.createElement('datakube-provider');
  element.environment = environment;
  document.body.append(element);
  return element;
}

describe('the client of an element', () => {
  afterEach(() => {
    setHomeEnvironment('');
    document.body.replaceChildren();
  });

  it('is none where nobody names an environment', () => {
    const element = asker();
    document.body.append(element);
    expect(element.client).to.equal(null);
    expect(element.clients.waiting).to.equal(false);
  });

  it('is its own where it names one, also inside a provider, and the same each time', async () => {
    const around = provider('https://around.example/');
    await around.updateComplete;
    const element = asker();
    element.own = { environment: 'https://own.example/', getToken: undefined };
    around.append(element);
    expect(element.client?.url).to.equal('https://own.example/');
    expect(element.client).to.equal(element.client);
  });

  it('is another when the address or the sign-in changes', () => {
    const element = asker();
    document.body.append(element);
    element.own = { environment: 'https://one.example/', getToken: undefined };
    const first = element.client;
    element.own = { environment: 'https://one.example/', getToken: async () => null };
    const second = element.client;
    expect(second).to.not.equal(first);
    element.own = { environment: 'https://two.example/', getToken: element.own.getToken };
    expect(element.client?.url).to.equal('https://two.example/');
  });

  it('is that of the provider around it, from when it has one, and again when it changes', async () => {
    const around = document.createElement('datakube-provider');
    document.body.append(around);
    const element = asker();
    around.append(element);
    expect(element.client).to.equal(null);
    expect(element.clients.waiting).to.equal(true);
    around.environment = 'https://around.example/';
    await around.updateComplete;
    expect(element.client).to.equal(around.client);
    expect(element.clients.waiting).to.equal(false);
    around.getToken = async () => 'token';
    await around.updateComplete;
    expect(element.client).to.equal(around.client);
  });

  it('is where the bundle came from when all else is silent, and a provider speaks louder', async () => {
    setHomeEnvironment('https://home.example/');
    const element = asker();
    document.body.append(element);
    expect(element.client?.url).to.equal('https://home.example/');
    const around = provider('https://around.example/');
    await around.updateComplete;
    around.append(element);
    expect(element.client?.url).to.equal('https://around.example/');
    document.body.append(element);
    expect(element.client?.url, 'after it has left the provider').to.equal('https://home.example/');
  });

  it('is that of the inner of two providers, and of the outer when it has moved out', async () => {
    const [outer, inner] = [provider('https://outer.example/'), provider('https://inner.example/')];
    outer.append(inner);
    await Promise.all([outer.updateComplete, inner.updateComplete]);
    const element = asker();
    inner.append(element);
    expect(element.client?.url).to.equal('https://inner.example/');
    outer.append(element);
    expect(element.client?.url).to.equal('https://outer.example/');
    inner.environment = 'https://changed.example/';
    await inner.updateComplete;
    expect(element.client?.url, 'the inner has nothing to say any more').to.equal('https://outer.example/');
    outer.environment = 'https://moved.example/';
    await outer.updateComplete;
    expect(element.client?.url).to.equal('https://moved.example/');
  });
});
