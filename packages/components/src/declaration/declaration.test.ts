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

  it('has the same eight headings in English, and every fact under them', async () => {
    const element = await mount('en');
    element.open = true;
    await element.updateComplete;
    expect(headings(element, 'h4')).to.deep.equal([
      'Content',
      'Sources and freshness',
      'Coverage and completeness',
      'Caveats',
      'Method',
      'Disclosure control',
      'Access and legal basis',
      'Changes',
    ]);
    expect(words(element)).to.not.match(/[æøåÆØÅ]/);
  });

  for (const lang of ['da', 'en'] as const) {
    it(`leaves out nothing of the declaration in ${lang} when it is open`, async () => {
      const element = await mount(lang);
      element.open = true;
      await element.updateComplete;
      const { summary, content, sources, coverage, caveats, method, disclosure, access, changes } =
        exampleDeclaration;
      const all = [
        summary,
        ...Object.values(content),
        ...sources.flatMap(({ name, deliveredBy, frequency }) => [name, deliveredBy, frequency]),
        coverage,
        ...caveats.flatMap(({ concerns, text }) => [concerns, text]),
        method,
        disclosure,
        ...Object.values(access),
        ...changes.map(({ text }) => text),
      ];
      for (const text of all) expect(words(element)).to.contain(text[lang]);
      const marks = {
        da: ['databrud', '[f]', 'foreløbige tal', 'kan ikke lægges sammen'],
        en: ['break in series', '[p]', 'provisional numbers', 'does not add up'],
      };
      for (const mark of marks[lang]) expect(words(element)).to.contain(mark);
      expect(words(element)).to.contain(lang === 'da' ? 'Deklaration, version 4' : 'Declaration, version 4');
    });
  }

  it('opens and closes by its button, which says which it does', async () => {
    const element = await mount('da');
    const toggle = element.renderRoot.querySelector('button')!;
    const told: (string | null)[] = [];
    for (let click = 0; click < 3; click++) {
      told.push(
        `${toggle.textContent!.trim()} ${toggle.getAttribute('aria-expanded')} ${String(element.hasAttribute('open'))}`,
      );
      toggle.click();
      await element.updateComplete;
    }
    expect(told).to.deep.equal([
      'Læs hele datadeklarationen false false',
      'Luk datadeklarationen true true',
      'Læs hele datadeklarationen false false',
    ]);
  });

  it('says so where there are neither caveats nor changes', async () => {
    const element = await mount('da');
    element.declaration = { ...exampleDeclaration, caveats: [], changes: [] };
    await element.updateComplete;
    expect(words(element)).to.contain('Ingen forbehold.');
    element.open = true;
    await element.updateComplete;
    expect(words(element))
      .to.contain('Ingen forbehold.')
      .and.to.contain('Ingen ændringer siden første udgave.');
  });

  it('says nothing of a release that is not named', async () => {
    const element = await mount('da');
    element.release = '';
    element.published = '';
    await element.updateComplete;
    expect(words(element)).to.not.match(/Udgivelse|Opdateret/);
    expect(words(element)).to.contain('version 4');
  });

  it('shows a text as it is written, never as markup', async () => {
    const element = await mount('da');
    const text = { da: '<img src=x onerror=alert(1)>', en: '-' };
    element.declaration = { ...exampleDeclaration, coverage: text, summary: text };
    element.open = true;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(words(element)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('changes its language with the page', async () => {
    const element = await mount('da');
    element.lang = 'en';
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(headings(element, 'h3')).to.deep.equal(['About the numbers']);
    expect(words(element)).to.contain('Updated 03/11/2026');
  });
});
