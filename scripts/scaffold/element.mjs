// A new element as the others are: behaviour, styles, texts, registration, test and story, each in a file of its own.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../steps.mjs';

/**
 * The files of a new element, by path from the root of the project.
 *
 * @param {string} name in kebab-case, without `datakube-`: `source-list`
 * @returns {Record<string, string>}
 * @throws Error for a name that an element cannot have
 */
export function elementFiles(name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.startsWith('datakube')) {
    throw new Error(`“${name}” is no name: write it in kebab-case, without datakube-, as source-list`);
  }
  const of = { name, Class: `Datakube${pascal(name)}`, Title: words(name) };
  const folder = `packages/components/src/${name}`;
  return {
    [`${folder}/define.ts`]: define(of),
    [`${folder}/${name}.ts`]: element(of),
    [`${folder}/${name}.styles.ts`]: styles(),
    [`${folder}/${name}.texts.ts`]: texts(of),
    [`${folder}/${name}.test.ts`]: test(of),
    [`stories/elements/${name}.stories.ts`]: story(of),
  };
}

/**
 * Writes them.
 *
 * @throws Error where one of them is there already; nothing is written then
 */
export function writeElement(name, into = root) {
  const files = elementFiles(name);
  const there = Object.keys(files).find((path) => existsSync(join(into, path)));
  if (there) throw new Error(`${there} is there already`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  return Object.keys(files);
}

/** What is left for a person: the element is not public before these are done. */
export function nextSteps(name) {
  const Class = `Datakube${pascal(name)}`;
  return [
    `its sentence, its properties and its texts: all are examples`,
    `packages/components/src/define.ts: import './${name}/define.ts';`,
    `packages/components/src/index.ts: export { ${Class} } from './${name}/${name}.ts';`,
    `packages/components/package.json: an entry "./${name}" like "./declaration"`,
    `packages/components/src/frameworks/{react,vue}.ts: its line in the list of elements`,
    `packages/components/src/localisation/provide-texts.ts: its texts, so that a page can word them`,
    `npm run fix, which writes it into docs/reference/elements.md`,
  ];
}

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const words = (name) => name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());

const define = ({ name, Class }) => `import { register } from '../registration/register.ts';
import { ${Class} } from './${name}.ts';

register({ 'datakube-${name}': ${Class} });
`;

const element = ({ name, Class }) => `import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { fill } from '../localisation/texts.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { styles } from './${name}.styles.ts';
import { texts } from './${name}.texts.ts';

/**
 * What it shows, and what it never does.
 *
 * @summary One line for the list of elements.
 *
 * @example
 * \`\`\`html
 * <datakube-${name} heading="Sygehuse"></datakube-${name}>
 * \`\`\`
 *
 * @csspart frame - The frame around everything.
 */
export class ${Class} extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = [base, styles];

  /** What it is about. Default: nothing is said. */
  @property() heading = '';

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const text = texts[this.#language.language];
    return html\`<section class="frame" part="frame" aria-label=\${text.label}>
      <p>\${fill(text.about, { heading: this.heading })}</p>
    </section>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-${name}': ${Class};
  }
}
`;

const styles = () => `import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css\`
  .frame {
    padding: var(--_space-4) var(--_space-5);
    background: var(--_color-surface);
  }
  p {
    margin: 0;
  }
\`;
`;

const texts = ({ name, Title }) => `import { defineTexts } from '../localisation/texts.ts';

export const texts = defineTexts(
  { label: '${Title}', about: 'Om {heading}' },
  { label: '${Title}', about: 'About {heading}' },
  '${name}',
);
`;

const test = ({ name, Class }) => `import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import type { ${Class} } from './${name}.ts';
import './define.ts';

declare const axe: { run(node: Element, options?: unknown): Promise<AxeResults> };

async function mount(lang: 'da' | 'en'): Promise<${Class}> {
  const element = document.createElement('datakube-${name}');
  element.lang = lang;
  element.heading = 'Sygehuse';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const words = (element: ${Class}): string => (element.renderRoot as ShadowRoot).textContent!.trim();

describe('datakube-${name}', () => {
  afterEach(() => document.querySelectorAll('datakube-${name}').forEach((element) => element.remove()));

  it('says what it is about, in the language of the page', async () => {
    expect(words(await mount('da'))).to.equal('Om Sygehuse');
    expect(words(await mount('en'))).to.equal('About Sygehuse');
  });

  it('has nothing that axe objects to', async () => {
    const { violations } = await axe.run(await mount('da'));
    expect(violations).to.deep.equal([]);
  });
});
`;

const story = ({ name, Title }) => `import '../../packages/components/src/${name}/define.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

interface Arguments {
  readonly heading: string;
}

const meta: Meta<Arguments> = {
  title: 'Elements/${Title}',
  component: 'datakube-${name}',
  args: { heading: 'Sygehuse' },
  render: ({ heading }) => html\`<datakube-${name} heading=\${heading}></datakube-${name}>\`,
};
export default meta;

type Story = StoryObj<Arguments>;

/** What it shows with what it is usually given. */
export const Default: Story = {};

export const Empty: Story = { args: { heading: '' } };
export const Narrow: Story = { tags: ['narrow'] };
export const Dark: Story = { globals: { theme: 'dark' } };
export const English: Story = { globals: { language: 'en' } };
`;
