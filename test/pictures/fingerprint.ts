import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { FONTS } from './settings.ts';

/** How a machine renders text: pictures of machines that differ here cannot be compared. */
export interface Fingerprint {
  readonly chromium: string;
  readonly widths: readonly number[];
}

/** Where that of the kept pictures lies. */
export const fingerprintFile = new URL('./fingerprint.json', import.meta.url);

/** Looks at the machine it runs on. */
export async function fingerprintOf(browser: Browser, page: Page): Promise<Fingerprint> {
  const widths = await page.evaluate((fonts) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return [];
    return [`12px ${fonts}`, `600 16px ${fonts}`, `17px Georgia, 'Liberation Serif', serif`].map((font) => {
      context.font = font;
      return Math.round(context.measureText('Borgere pr. 1.000 på Ærø: 12,3 % [skjult]').width * 100) / 100;
    });
  }, FONTS);
  return { chromium: browser.version().split('.')[0] ?? '', widths };
}

/** Why pictures cannot be compared on this machine; undefined where they can. */
export async function whyNotHere(here: Fingerprint): Promise<string | undefined> {
  const kept = await readFile(fingerprintFile, 'utf8').catch(() => undefined);
  if (kept === undefined) return 'no pictures are kept yet';
  const there = JSON.parse(kept) as Fingerprint;
  if (there.chromium !== here.chromium) return `Chromium ${here.chromium} here, ${there.chromium} there`;
  if (there.widths.join() !== here.widths.join())
    return `text is ${here.widths.join()} wide here, ${there.widths.join()} there`;
  return undefined;
}
