import type { Browser, Page } from 'playwright-core';
import { openStoryPage } from '../stories/story-page.ts';
import type { StoryEntry } from '../stories/storybook.ts';
import { FONTS, MOMENT, sizeOf } from './settings.ts';

/** Takes pictures of stories, one after another. */
export interface Camera {
  /** The story as a PNG. Rejects where it cannot be shown. */
  take(story: StoryEntry): Promise<Buffer>;
  readonly page: Page;
}

/** A page whose clock stands still, whose fonts are the same everywhere, and in which nothing moves. */
export async function openCamera(browser: Browser, address: string): Promise<Camera> {
  const stories = await openStoryPage(browser, address);
  const { page } = stories;
  await page.addInitScript(stopClock, MOMENT);
  await page.addInitScript(chooseFonts, FONTS);
  return {
    page,
    take: async (story) => {
      await page.setViewportSize(sizeOf(story));
      const failures = await stories.open(story);
      if (failures.length > 0) throw new Error(`${story.id}: ${failures.join(' ').slice(0, 200)}`);
      const height = await page.evaluate(settled);
      const clip = { x: 0, y: 0, width: sizeOf(story).width, height };
      return page.screenshot({ fullPage: true, clip, animations: 'disabled', caret: 'hide', scale: 'css' });
    },
  };
}

/** Runs in the page: time goes on, but every date is the same. */
function stopClock(moment: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [moment]) as [number]));
    }
    static override now(): number {
      return moment;
    }
  } as DateConstructor;
}

/** Runs in the page. */
function chooseFonts(fonts: string): void {
  addEventListener('DOMContentLoaded', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { --datakube-font: ${fonts}; } body { font-family: ${fonts}; }
      .story { min-block-size: 0 !important; }`);
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Runs in the page: what is drawn anew for its width is drawn a frame later. Returns how far down something stands. */
async function settled(): Promise<number> {
  await document.fonts.ready;
  scrollTo(0, 0);
  for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const inside = (root: ParentNode, selector: string): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? inside(shadowRoot, selector) : [],
    ),
  ];
  // What floats may reach below the story itself.
  const shown = inside(document, '.story, :popover-open, dialog[open]');
  return Math.ceil(Math.max(...shown.map((element) => element.getBoundingClientRect().bottom + 4)));
}
