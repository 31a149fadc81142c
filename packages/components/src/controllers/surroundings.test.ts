import { expect } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { LanguageController } from './language-controller.ts';
import { nearestAttribute } from './surroundings.ts';
import { ThemeController } from './theme-controller.ts';

class Witness extends LitElement {
  readonly language = new LanguageController(this);
  drawn = 0;

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    this.drawn += 1;
    return html`${this.language.text({ da: 'dansk', en: 'English' })}`;
  }
}
customElements.define('test-witness', Witness);

/** A witness inside a shadow root inside an element of the page. */
async function inside(attributes: Record<string, string>): Promise<{ outer: HTMLElement; witness: Witness }> {
  const outer = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) outer.setAttribute(name, value);
  const host = document.createElement('div');
  const witness = document.createElement('test-witness') as Witness;
  host.attachShadow({ mode: 'open' }).append(witness);
  outer.append(host);
  document.body.append(outer);
  await witness.updateComplete;
  return { outer, witness };
}

/** Observers speak after the change, and drawing after that. */
async function noticed(witness: Witness): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await witness.updateComplete;
}

/** The states that are set, in the order of their names. */
const states = (witness: Witness): string[] =>
  ['auto', 'dark', 'light', 'regular', 'compact']
    .filter((state) => witness.matches(`:state(${state})`))
    .sort();

const seen = ({ renderRoot }: Witness): string => renderRoot.textContent?.trim() ?? '';

describe('the surroundings of an element', () => {
  const before = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = before;
    document.querySelectorAll('body > div').forEach((element) => element.remove());
  });

  it('give it the nearest attribute, through shadow roots, its own first', async () => {
    const { outer, witness } = await inside({ 'data-x': 'outer' });
    expect(nearestAttribute(witness, 'data-x')).to.equal('outer');
    (witness.getRootNode() as ShadowRoot).host.setAttribute('data-x', 'host');
    expect(nearestAttribute(witness, 'data-x')).to.equal('host');
    witness.setAttribute('data-x', '');
    expect(nearestAttribute(witness, 'data-x')).to.equal('');
    expect(nearestAttribute(outer, 'data-y')).to.equal(null);
  });

  for (const [lang, words] of [
    ['da', 'dansk'],
    ['da-DK', 'dansk'],
    ['en', 'English'],
    ['en-GB', 'English'],
    ['EN', 'English'],
    ['En-us', 'English'],
    ['de', 'dansk'],
    ['', 'dansk'],
  ] as const) {
    it(`speak "${lang}" as ${words}`, async () => {
      const { witness } = await inside({ lang });
      expect(seen(witness)).to.equal(words);
    });
  }

  it('change the language while it is on the page, and draw it once for that', async () => {
    const { outer, witness } = await inside({ lang: 'da' });
    const { drawn } = witness;
    outer.lang = 'en';
    await noticed(witness);
    expect(seen(witness)).to.equal('English');
    expect(witness.drawn).to.equal(drawn + 1);
    outer.lang = 'en-GB';
    await noticed(witness);
    expect(witness.drawn, 'the same language is no change').to.equal(drawn + 1);
    witness.lang = 'da';
    await noticed(witness);
    expect(seen(witness)).to.equal('dansk');
  });

  it('change the language of the whole document', async () => {
    document.documentElement.lang = 'da';
    const { witness } = await inside({});
    document.documentElement.lang = 'en';
    await noticed(witness);
    expect(seen(witness)).to.equal('English');
  });

  it('are those of the new place after a move, and the old place says no more', async () => {
    const { outer, witness } = await inside({ lang: 'da', 'data-datakube-theme': 'dark' });
    const other = await inside({ lang: 'en', 'data-datakube-theme': 'light' });
    (other.witness.getRootNode() as ShadowRoot).append(witness);
    await noticed(witness);
    expect(seen(witness)).to.equal('English');
    expect(states(witness)).to.deep.equal([]);
    const { drawn } = witness;
    outer.lang = 'en';
    outer.lang = 'da';
    outer.dataset['datakubeTheme'] = 'auto';
    await noticed(witness);
    expect(witness.drawn).to.equal(drawn);
    expect(states(witness)).to.deep.equal([]);
  });

  it('carry theme and density over, change them and take them away', async () => {
    const { outer, witness } = await inside({
      'data-datakube-theme': 'dark',
      'data-datakube-density': 'regular',
    });
    expect(states(witness)).to.deep.equal(['dark', 'regular']);
    outer.dataset['datakubeTheme'] = 'auto';
    delete outer.dataset['datakubeDensity'];
    await noticed(witness);
    expect(states(witness)).to.deep.equal(['auto']);
    witness.dataset['datakubeTheme'] = 'light';
    witness.dataset['datakubeDensity'] = 'no such density';
    await noticed(witness);
    expect(states(witness)).to.deep.equal([]);
  });

  it('leave no trace on the element, where a rule of the page could meet it', async () => {
    const { witness } = await inside({ 'data-datakube-theme': 'dark', 'data-datakube-density': 'regular' });
    expect(witness.getAttributeNames()).to.deep.equal([]);
  });
});
