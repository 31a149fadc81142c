import { expect } from '@open-wc/testing';
import { register } from './register.ts';
import { version } from './version.ts';

class Element {
  static readonly version: string = version;
}

const element = (of?: string): CustomElementConstructor => {
  const made = of === undefined ? class {} : class extends Element {};
  if (of !== undefined) Object.assign(made, { version: of });
  return made as unknown as CustomElementConstructor;
};

/** Registers into a registry of its own, with some names taken, and tells what was registered and said. */
function registered(
  elements: Record<string, CustomElementConstructor>,
  taken: Record<string, CustomElementConstructor> = {},
): { names: string[]; said: string[] } {
  const registry = new Map(Object.entries(taken));
  const said: string[] = [];
  const { warn } = console;
  const real = globalThis.customElements;
  console.warn = (text: string) => said.push(text);
  const stand = { get: registry.get.bind(registry), define: registry.set.bind(registry) };
  Object.defineProperty(globalThis, 'customElements', { value: stand, configurable: true });
  try {
    register(elements);
  } finally {
    console.warn = warn;
    Object.defineProperty(globalThis, 'customElements', { value: real, configurable: true });
  }
  return { names: [...registry.keys()].filter((name) => !(name in taken)), said };
}

describe('the registration of elements', () => {
  const both = { 'datakube-menu': element(), 'datakube-explorer': element(version) };

  it('takes names that are free, in order', () => {
    expect(registered(both)).to.deep.equal({ names: ['datakube-menu', 'datakube-explorer'], said: [] });
  });

  it('fills what another copy of the same version has left', () => {
    const taken = { 'datakube-menu': element(), 'datakube-pivot-table': element(version) };
    expect(registered(both, taken)).to.deep.equal({ names: ['datakube-explorer'], said: [] });
  });

  it('takes nothing where another version is, and says so once, with both versions', () => {
    // Whichever of the named elements the other has registered, and though these names are free.
    const first = registered(both, { 'datakube-chart': element('9.9.9') });
    expect(first.names).to.deep.equal([]);
    expect(first.said).to.have.length(1);
    expect(first.said[0]).to.include(version).and.to.include('9.9.9');
    expect(registered(both, { 'datakube-provider': element('9.9.9') })).to.deep.equal({
      names: [],
      said: [],
    });
  });

  it('takes nothing where somebody else has taken a name', () => {
    expect(registered(both, { 'datakube-explorer': element() }).names).to.deep.equal([]);
  });

  it('is nothing where there is no registry', () => {
    const real = globalThis.customElements;
    Object.defineProperty(globalThis, 'customElements', { value: undefined, configurable: true });
    try {
      register(both);
    } finally {
      Object.defineProperty(globalThis, 'customElements', { value: real, configurable: true });
    }
  });
});
