import { chromiumArguments } from '../../scripts/chromium.mjs';
import type { StoryEntry } from '../stories/storybook.ts';

/** When pictures are taken, whatever the clock says. */
export const MOMENT = Date.UTC(2026, 10, 20, 9, 42);

/** What makes a browser draw the same way twice on one machine. */
export const pictureArguments: readonly string[] = [
  ...chromiumArguments,
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** Fonts that are on any machine with the reference's fonts, and nothing of the machine's own taste. */
export const FONTS = "'Liberation Sans', Arial, sans-serif";

/** How large the window is. */
export function sizeOf({ tags, title }: StoryEntry): { readonly width: number; readonly height: number } {
  if (tags.includes('zoom')) return { width: 320, height: 900 };
  if (tags.includes('narrow')) return { width: 360, height: 900 };
  return { width: title.startsWith('Charts/') ? 760 : 1280, height: 900 };
}

/** The pictures that are kept in the repository: few and small. */
export const KEPT: ReadonlySet<string> = new Set([
  'charts-area--default',
  'charts-bar--default',
  'charts-bar--two-series',
  'charts-bar--forced-colours',
  'charts-box--default',
  'charts-dot--default',
  'charts-heat-map--default',
  'charts-line--default',
  'charts-line--dark',
  'charts-line--narrow',
  'charts-map--default',
  'charts-pyramid--default',
  'charts-share-bar--default',
  'charts-small-multiples--default',
  'charts-stacked-bar--default',
  'charts-tile-map--default',
  'charts-tile-map--narrow',
  'elements-chart--refused',
  'elements-chart--as-table',
  'elements-chart--print',
  'elements-chart--right-to-left',
  'elements-declaration--default',
  'elements-menu--default',
  'elements-pivot-table--flagged',
  'elements-pivot-table--all-hidden',
  'elements-pivot-table--flagged-narrow',
  'elements-pivot-table--sparklines-with-hidden',
]);

/** Those of them that every run of the tests looks at. None needs an environment, which takes long to make. */
export const WATCHED: ReadonlySet<string> = new Set([
  'charts-bar--default',
  'charts-heat-map--default',
  'charts-line--default',
  'charts-pyramid--default',
  'charts-stacked-bar--default',
  'charts-tile-map--default',
  'charts-line--dark',
  'charts-bar--forced-colours',
  'elements-chart--refused',
  'elements-pivot-table--flagged',
  'elements-menu--default',
]);
