import { chromium, type Browser, type Page } from 'playwright-core';
import { chromium as findChromium, chromiumArguments } from '../../scripts/chromium.mjs';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
}

/** A page, and what went wrong on it: errors, warnings and errors in the console, and violations of its policy. */
export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

export async function visit(browser: Browser, address: string, width = 1200): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { complain } = globalThis as unknown as { complain: (text: string) => void };
      complain(`policy: ${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.goto(address);
  return { page, complaints };
}
