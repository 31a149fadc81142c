import { css, type CSSResult } from 'lit';

/**
 * The colours of data: of series, of steps, and of steps to both sides. Apart from the tokens of every element,
 * as charts alone are drawn in them. They are set and read like those.
 */
export const chartTokens: CSSResult = css`
  :host {
    --_chart-1: var(--datakube-chart-1, light-dark(#0f5499, #7db4ea));
    --_chart-2: var(--datakube-chart-2, light-dark(#d5761d, #ec9650));
    --_chart-3: var(--datakube-chart-3, light-dark(#158a7e, #1e987e));
    --_chart-4: var(--datakube-chart-4, light-dark(#4f0953, #af7ea9));
    --_chart-5: var(--datakube-chart-5, light-dark(#756200, #fde484));
    --_chart-6: var(--datakube-chart-6, light-dark(#7d8bcb, #4470be));
    --_chart-7: var(--datakube-chart-7, light-dark(#842431, #c55957));
    --_chart-8: var(--datakube-chart-8, light-dark(#4d5264, #c3d3e4));
    --_chart-context: var(--datakube-chart-context, light-dark(#8a939c, #8b959f));
    --_chart-grid: var(--datakube-chart-grid, light-dark(#e3e6e9, #2a3037));
    --_chart-outline: var(--datakube-chart-outline, light-dark(#767f88, #7f8993));
    --_sequential-1: var(--datakube-sequential-1, light-dark(#e4f0fe, #00325f));
    --_sequential-2: var(--datakube-sequential-2, light-dark(#afd3fd, #004986));
    --_sequential-3: var(--datakube-sequential-3, light-dark(#71abeb, #2665a4));
    --_sequential-4: var(--datakube-sequential-4, light-dark(#326fb0, #64a2e6));
    --_sequential-5: var(--datakube-sequential-5, light-dark(#03437c, #b2d5fd));
    --_on-sequential-1: var(--datakube-on-sequential-1, light-dark(#1b1f23, #ffffff));
    --_on-sequential-2: var(--datakube-on-sequential-2, light-dark(#1b1f23, #ffffff));
    --_on-sequential-3: var(--datakube-on-sequential-3, light-dark(#1b1f23, #ffffff));
    --_on-sequential-4: var(--datakube-on-sequential-4, light-dark(#ffffff, #0d1720));
    --_on-sequential-5: var(--datakube-on-sequential-5, light-dark(#ffffff, #0d1720));
    --_diverging-1: var(--datakube-diverging-1, light-dark(#8a3d00, #f2b27d));
    --_diverging-2: var(--datakube-diverging-2, light-dark(#d98a4a, #b8702f));
    --_diverging-3: var(--datakube-diverging-3, light-dark(#f4d9bf, #5b3a1d));
    --_diverging-4: var(--datakube-diverging-4, light-dark(#eef0f2, #2a3037));
    --_diverging-5: var(--datakube-diverging-5, light-dark(#bcd6f2, #1f4468));
    --_diverging-6: var(--datakube-diverging-6, light-dark(#5f9bd6, #4a8ccc));
    --_diverging-7: var(--datakube-diverging-7, light-dark(#0f4c86, #a9cff5));
  }
  @media (forced-colors: active) {
    :host {
      --_chart-1: CanvasText;
      --_chart-2: LinkText;
      --_chart-3: CanvasText;
      --_chart-4: LinkText;
      --_chart-5: CanvasText;
      --_chart-6: LinkText;
      --_chart-7: CanvasText;
      --_chart-8: LinkText;
      --_chart-context: color-mix(in srgb, CanvasText 60%, Canvas);
      --_chart-grid: color-mix(in srgb, CanvasText 22%, Canvas);
      --_chart-outline: CanvasText;
      --_sequential-1: Canvas;
      --_sequential-2: color-mix(in srgb, CanvasText 16%, Canvas);
      --_sequential-3: color-mix(in srgb, CanvasText 34%, Canvas);
      --_sequential-4: color-mix(in srgb, CanvasText 72%, Canvas);
      --_sequential-5: CanvasText;
      --_on-sequential-1: CanvasText;
      --_on-sequential-2: CanvasText;
      --_on-sequential-3: CanvasText;
      --_on-sequential-4: Canvas;
      --_on-sequential-5: Canvas;
      --_diverging-1: Canvas;
      --_diverging-2: Canvas;
      --_diverging-3: Canvas;
      --_diverging-4: Canvas;
      --_diverging-5: Canvas;
      --_diverging-6: Canvas;
      --_diverging-7: Canvas;
    }
  }
`;
