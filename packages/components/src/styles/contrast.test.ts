import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { chartTokens } from '../chart/chart-tokens.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { base } from './base.ts';

class Palette extends LitElement {
  static override styles = [base, chartTokens];

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    return html`<i></i>`;
  }

  /** A token as the browser computes it: red, green and blue from 0 to 255. */
  colour(token: string): readonly number[] {
    const probe = this.renderRoot.querySelector('i')!;
    probe.style.color = `var(--_${token})`;
    return getComputedStyle(probe)
      .color.match(/[\d.]+/g)!
      .map(Number);
  }
}
customElements.define('test-palette', Palette);

/** Relative luminance and contrast, WCAG 2.2, "Definitions". */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [less = 0, more = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

const surfaces = ['color-surface', 'color-surface-subtle', 'color-surface-strong'];
const on = (text: string, ...grounds: string[]): [string, string][] =>
  grounds.map((ground) => [text, ground]);
const of = (count: number, pair: (n: number) => [string, string]): [string, string][] =>
  Array.from({ length: count }, (_, at) => pair(at + 1));

const asText = [
  ...on('color-text', ...surfaces, 'color-accent-subtle'),
  ...on('color-text-muted', ...surfaces, 'color-accent-subtle'),
  ...on('color-accent', 'color-surface', 'color-surface-subtle'),
  ...on('color-accent-strong', 'color-accent-subtle'),
  ...on('color-on-accent', 'color-accent'),
  ...on('color-suppressed-text', 'color-suppressed-surface'),
  ...['error', 'warning', 'success'].flatMap((name) => [
    ...on(`color-${name}`, 'color-surface', `color-${name}-subtle`),
    ...on('color-text', `color-${name}-subtle`),
  ]),
  ...of(5, (n) => [`on-sequential-${n}`, `sequential-${n}`]),
];

const asGraphics = [
  ...on('suppressed-mark-line', 'color-surface'),
  ...on('color-line-strong', 'color-surface', 'color-surface-subtle'),
  ...on('color-focus', 'color-surface', 'color-accent-subtle', 'color-focus-halo'),
  ...of(8, (n) => [`chart-${n}`, 'color-surface']),
  ...on('chart-context', 'color-surface'),
  ...on('chart-outline', 'color-surface'),
  ...on('diverging-1', 'color-surface'),
  ...on('diverging-7', 'color-surface'),
];

const presets = ['none', 'plain', 'dkfds'] as const;

async function palette(
  attributes: Record<string, string>,
  parent: Element = document.body,
): Promise<Palette> {
  const outer = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) outer.setAttribute(`data-datakube-${name}`, value);
  const element = document.createElement('test-palette') as Palette;
  outer.append(element);
  parent.append(outer);
  await element.updateComplete;
  return element;
}

describe('contrasts', () => {
  const sheets: HTMLStyleElement[] = [];
  before(async () => {
    for (const name of ['plain', 'dkfds']) {
      const sheet = document.createElement('style');
      sheet.textContent = await (await fetch(new URL(`../../presets/${name}.css`, import.meta.url))).text();
      document.head.append(sheet);
      sheets.push(sheet);
    }
  });
  after(() => sheets.forEach((sheet) => sheet.remove()));
  afterEach(() => document.querySelectorAll('body > div').forEach((element) => element.remove()));

  for (const preset of presets) {
    for (const theme of ['light', 'dark']) {
      it(`are enough in preset ${preset}, ${theme}`, async () => {
        const element = await palette({ preset, theme });
        const below = (pairs: readonly [string, string][], least: number): string[] =>
          pairs.flatMap(([a, b]) => {
            const ratio = contrast(element.colour(a), element.colour(b));
            return ratio >= least ? [] : [`${a} on ${b}: ${ratio.toFixed(2)}`];
          });
        expect(below(asText, 4.5)).to.deep.equal([]);
        expect(below(asGraphics, 3)).to.deep.equal([]);
      });
    }
  }

  it('would be found too small', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).to.equal(21);
    // A well-known grey that just fails on white.
    expect(contrast([119, 119, 119], [255, 255, 255])).to.be.within(4.47, 4.49);
  });

  it('follow the reader’s own choice in auto, and only there', async () => {
    const [auto, fixed, dark, light] = await Promise.all([
      palette({ theme: 'auto' }),
      palette({}),
      palette({ theme: 'dark' }),
      palette({ theme: 'light' }),
    ]);
    const ink = (element: Palette): string => element.colour('color-text').join();
    await emulateMedia({ colorScheme: 'dark' });
    expect(ink(auto)).to.equal(ink(dark));
    expect(ink(fixed), 'an embed follows its page').to.equal(ink(light));
    await emulateMedia({ colorScheme: 'light' });
    expect(ink(auto)).to.equal(ink(light));
    expect(ink(dark)).to.not.equal(ink(light));
  });
});

describe('tokens of a subtree', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((element) => element.remove()));

  it('hold for what is inside it, and the nearest wins', async () => {
    const outer = await palette({});
    const parent = outer.parentElement!;
    parent.style.setProperty('--datakube-color-accent', 'light-dark(#112233, #aabbcc)');
    const inner = await palette({ theme: 'dark' }, parent);
    const outside = await palette({});
    expect(outer.colour('color-accent')).to.deep.equal([0x11, 0x22, 0x33]);
    expect(inner.colour('color-accent')).to.deep.equal([0xaa, 0xbb, 0xcc]);
    expect(outside.colour('color-accent')).to.deep.equal([0x0f, 0x54, 0x99]);
    inner.style.setProperty('--datakube-color-accent', '#010203');
    expect(inner.colour('color-accent')).to.deep.equal([1, 2, 3]);
  });

  it('take a preset back where the plain one stands inside another', async () => {
    const sheet = document.createElement('style');
    const read = async (name: string): Promise<string> =>
      (await fetch(new URL(`../../presets/${name}.css`, import.meta.url))).text();
    sheet.textContent = (await read('dkfds')) + (await read('plain'));
    document.head.append(sheet);
    const outer = await palette({ preset: 'dkfds' });
    const inner = await palette({ preset: 'plain' }, outer.parentElement!);
    const without = await palette({});
    const names = [...sheet.textContent.matchAll(/--datakube-([\w-]+): light-dark/g)].map(
      ([, name]) => name!,
    );
    expect(names).to.have.length.greaterThan(10);
    expect(names.map((name) => inner.colour(name))).to.deep.equal(names.map((name) => without.colour(name)));
    expect(outer.colour('color-accent')).to.deep.equal([0, 0x4d, 0x99]);
    expect(getComputedStyle(outer).fontSize).to.equal('16px');
    expect(getComputedStyle(inner).fontSize).to.equal('14px');
    sheet.remove();
  });

  it('give rows and controls another height by density', async () => {
    const regular = await palette({ density: 'regular' });
    const compact = await palette({ density: 'compact' }, regular.parentElement!);
    const heights = (element: Palette): string[] =>
      ['--_row-height', '--_control-height'].map((name) => getComputedStyle(element).getPropertyValue(name));
    expect(heights(regular)).to.deep.equal(['36px', '40px']);
    expect(heights(compact)).to.deep.equal(['28px', '32px']);
  });

  it('keep type readable where a page makes rem small, and let it grow with the reader', async () => {
    const element = await palette({});
    const size = (): string => getComputedStyle(element).fontSize;
    const root = document.documentElement.style;
    expect(size()).to.equal('14px');
    root.fontSize = '62.5%';
    expect(size()).to.equal('14px');
    root.fontSize = '150%';
    expect(size()).to.equal('21px');
    root.fontSize = '';
  });
});
