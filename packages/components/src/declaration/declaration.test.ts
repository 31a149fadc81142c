import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import { exampleDeclaration } from '../../fixtures/example-declaration.ts';
import type { DatakubeDeclaration } from './declaration.ts';
import './define.ts';

declare const axe: { run(node: Element, options: unknown): Promise<AxeResults> };

async function mount(lang: 'da' | 'en'): Promise<DatakubeDeclaration> {
  const element = document.createElement('datakube-declaration');
  element.lang = lang;
  element.declaration = exampleDeclaration;
  element.release = '2026.11-2';
  element.published = '2026-11-03T09:00:00Z';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const headings = (element: DatakubeDeclaration, level: string): (string | null)[] =>
  [...element.renderRoot.querySelectorAll(level)].map(({ textContent }) => textContent);

const words = (element: DatakubeDeclaration): string =>
  (element.renderRoot as ShadowRoot).textContent!.replace(/\s+/g, ' ');

describe('datakube-declaration', () => {
  afterEach(() => document.querySelectorAll('datakube-declaration').forEach((element) => element.remove()));

  it('shows source, caveats and coverage at a glance', async () => {
    const element = await mount('da');
    expect(headings(element, 'h4')).to.deep.equal(['Kilde', 'Forbehold', 'Dækning']);
    const sources = [...element.renderRoot.querySelectorAll('.glance div:first-child li')];
    expect(sources.map(({ textContent }) => textContent)).to.deep.equal([
      'Landspatientregisteret',
      'Sygesikringsregisteret',
    ]);
    expect(words(element)).to.contain('[b]Leddegigt er afgrænset på ny fra 2024.');
    expect(words(element)).to.contain('Opdateret 3.11.2026').and.to.contain('Udgivelse 2026.11-2');
  });

  it('opens the whole in place, under the same eight headings', async () => {
    const element = await mount('da');
    element.renderRoot.querySelector('button')!.click();
    await element.updateComplete;
    expect(headings(element, 'h4')).to.deep.equal([
      'Indhold',
      'Kilder og friskhed',
      'Dækning og fuldstændighed',
      'Forbehold',
      'Opgørelse',
      'Diskretion',
      'Adgang og hjemmel',
      'Ændringer',
    ]);
    expect(words(element)).to.contain('30.9.2026').and.to.contain('Sundhedsloven § 196');
  });

  it('counts the caveats that find no room, and shows those with a mark first', async () => {
    const element = await mount('da');
    const plain = { concerns: { da: 'x', en: 'x' }, text: { da: 'Uden mærke.', en: 'No mark.' } };
    element.declaration = {
      ...exampleDeclaration,
      caveats: [plain, plain, plain, ...exampleDeclaration.caveats],
    };
    await element.updateComplete;
    const shown = [...element.renderRoot.querySelectorAll('.caveats li')].map(({ textContent }) =>
      textContent!.trim(),
    );
    expect(shown).to.have.length(5);
    expect(shown[0]).to.match(/^\[b\]/);
    expect(shown.at(-1)).to.equal('Flere forbehold i datadeklarationen: 2.');
  });

  it('speaks English', async () => {
    const element = await mount('en');
    expect(headings(element, 'h3')).to.deep.equal(['About the numbers']);
    expect(words(element)).to.contain('The National Health Service Register');
  });

  it('draws nothing without a declaration', async () => {
    const element = await mount('da');
    element.declaration = null;
    await element.updateComplete;
    expect(words(element).trim()).to.equal('');
  });

  it('has no violation under axe, short or whole', async () => {
    const element = await mount('da');
    for (const open of [false, true]) {
      element.open = open;
      await element.updateComplete;
      const { violations } = await axe.run(element, { resultTypes: ['violations'] });
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
    }
  });
});
