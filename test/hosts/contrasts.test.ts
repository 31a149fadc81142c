import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildAllElements, drawn, pageOfAll } from './all-elements.ts';
import { type Host, openHost } from './host.ts';
import { openBrowser } from './visitor.ts';

const presets = ['plain', 'dkfds'] as const;
const themes = ['light', 'dark'] as const;

/** Every piece of text inside our elements whose contrast with what is behind it is less than 4.5, in words. */
function tooFaint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const parent = (element: Element): Element | null =>
      element.assignedSlot ??
      element.parentElement ??
      (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
    /** The ground of an element, with what shines through it. */
    const behind = (element: Element | null): readonly number[] => {
      if (!element) return [255, 255, 255];
      const [red = 0, green = 0, blue = 0, alpha = 1] = channels(getComputedStyle(element).backgroundColor);
      if (alpha === 1) return [red, green, blue];
      const below = behind(parent(element));
      return [red, green, blue].map((channel, at) => channel * alpha + below[at]! * (1 - alpha));
    };
    const found: string[] = [];
    let seen = 0;
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const words = [...element.childNodes].filter(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        // What cannot be used may be faint (WCAG 2.2, 1.4.3), and what is in a drawing has its own test.
        if (words.length === 0 || element.closest('[aria-disabled=true], .visually-hidden, svg, style'))
          continue;
        if (!element.checkVisibility()) continue;
        seen += 1;
        const { color } = getComputedStyle(element);
        const [less = 0, more = 0] = [
          luminance(channels(color).slice(0, 3)),
          luminance(behind(element)),
        ].sort((a, b) => a - b);
        const ratio = (more + 0.05) / (less + 0.05);
        if (ratio < 4.5)
          found.push(
            `${ratio.toFixed(2)} ${element.localName}.${element.className} ${words[0]!.textContent}`,
          );
      }
    };
    walk(document.querySelector('datakube-provider')!);
    return seen > 50 ? found : [`only ${seen} texts`];
  });
}

describe('texts inside the elements', () => {
  let host: Host;
  let browser: Browser;

  before(async () => {
    const read = (name: string): Promise<string> =>
      readFile(
        fileURLToPath(new URL(`../../packages/components/presets/${name}.css`, import.meta.url)),
        'utf8',
      );
    const css = (await Promise.all(presets.map(read))).join('\n');
    const pages = presets.flatMap((preset) =>
      themes.map((theme): [string, string] => [
        `/${preset}/${theme}`,
        pageOfAll({ css, html: `data-datakube-preset="${preset}" data-datakube-theme="${theme}"` }),
      ]),
    );
    host = await openHost({
      pages: Object.fromEntries(pages),
      folders: { '/app/': await buildAllElements() },
    });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  for (const preset of presets) {
    for (const theme of themes) {
      for (const forcedColors of ['none', 'active'] as const) {
        test(`can be read: preset ${preset}, ${theme}${forcedColors === 'active' ? ', forced colours' : ''}`, async () => {
          const page = await browser.newPage({ forcedColors });
          await page.goto(`${host.address}/${preset}/${theme}`);
          await drawn(page);
          assert.deepEqual(await tooFaint(page), []);
          await page.close();
        });
      }
    }
  }

  test('a hidden number keeps its hatch in forced colours, in the colours of the reader', async () => {
    const page = await browser.newPage({ forcedColors: 'active' });
    await page.goto(`${host.address}/plain/light`);
    await drawn(page);
    const looks = await page
      .locator('datakube-provider > datakube-pivot-table')
      .locator('.swatch')
      .first()
      .evaluate((swatch) => {
        const { backgroundImage, backgroundColor } = getComputedStyle(swatch);
        const canvas = document.body.appendChild(document.createElement('i'));
        canvas.style.backgroundColor = 'Canvas';
        const system = getComputedStyle(canvas).backgroundColor;
        canvas.remove();
        return { hatch: backgroundImage.startsWith('linear-gradient'), canvas: backgroundColor === system };
      });
    assert.deepEqual(looks, { hatch: true, canvas: true });
    await page.close();
  });
});
