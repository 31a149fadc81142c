import { css, type CSSResult } from 'lit';

/**
 * The design tokens, as every element sees them. A public token `--datakube-<name>` set anywhere above the
 * element wins; otherwise the default holds. Inside a shadow root only the private twin `--_<name>` is used.
 * Colours follow `color-scheme`, which {@link ThemeController} sets from `data-datakube-theme`.
 */
export const tokens: CSSResult = css`
  :host {
    color-scheme: light;
    --_color-surface: var(--datakube-color-surface, light-dark(#ffffff, #161a1f));
    --_color-surface-subtle: var(--datakube-color-surface-subtle, light-dark(#f6f7f8, #1e2329));
    --_color-surface-strong: var(--datakube-color-surface-strong, light-dark(#eceef1, #2a3037));
    --_color-text: var(--datakube-color-text, light-dark(#1b1f23, #e8ebee));
    --_color-text-muted: var(--datakube-color-text-muted, light-dark(#525b64, #aab3bc));
    --_color-line: var(--datakube-color-line, light-dark(#d8dce0, #353c44));
    --_color-line-strong: var(--datakube-color-line-strong, light-dark(#767f88, #7f8993));
    --_color-accent: var(--datakube-color-accent, light-dark(#0f5499, #7db4ea));
    --_color-accent-strong: var(--datakube-color-accent-strong, light-dark(#0a3d70, #a9cff5));
    --_color-accent-subtle: var(--datakube-color-accent-subtle, light-dark(#e8f0f9, #1d3348));
    --_color-on-accent: var(--datakube-color-on-accent, light-dark(#ffffff, #0d1720));
    --_color-focus: var(--datakube-color-focus, light-dark(#1b1f23, #ffffff));
    --_color-focus-halo: var(--datakube-color-focus-halo, light-dark(#ffffff, #161a1f));
    --_color-error: var(--datakube-color-error, light-dark(#b3261e, #ff9a90));
    --_color-error-subtle: var(--datakube-color-error-subtle, light-dark(#fdecea, #3d1f1d));
    --_color-warning: var(--datakube-color-warning, light-dark(#7a4b00, #f5c46a));
    --_color-warning-subtle: var(--datakube-color-warning-subtle, light-dark(#fff4de, #3a2d12));
    --_color-success: var(--datakube-color-success, light-dark(#1d6a35, #84d39a));
    --_color-success-subtle: var(--datakube-color-success-subtle, light-dark(#e7f4ea, #1a3323));
    --_color-suppressed-surface: var(--datakube-color-suppressed-surface, light-dark(#f6f7f8, #1e2329));
    --_color-suppressed-line: var(--datakube-color-suppressed-line, light-dark(#c3c9cf, #414a54));
    --_color-suppressed-text: var(--datakube-color-suppressed-text, light-dark(#525b64, #aab3bc));
    --_suppressed-mark-line: var(--datakube-suppressed-mark-line, light-dark(#767f88, #7f8993));
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
    --_font: var(
      --datakube-font,
      'IBM Plex Sans',
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_font-mono: var(
      --datakube-font-mono,
      'IBM Plex Mono',
      ui-monospace,
      'SF Mono',
      Consolas,
      'Liberation Mono',
      monospace
    );
    --_text-xs: var(--datakube-text-xs, 0.75rem);
    --_text-s: var(--datakube-text-s, 0.8125rem);
    --_text-m: var(--datakube-text-m, 0.875rem);
    --_text-l: var(--datakube-text-l, 1rem);
    --_text-xl: var(--datakube-text-xl, 1.25rem);
    --_line-tight: var(--datakube-line-tight, 1.25);
    --_line: var(--datakube-line, 1.45);
    --_weight-strong: var(--datakube-weight-strong, 600);
    --_space-1: var(--datakube-space-1, 2px);
    --_space-2: var(--datakube-space-2, 4px);
    --_space-3: var(--datakube-space-3, 8px);
    --_space-4: var(--datakube-space-4, 12px);
    --_space-5: var(--datakube-space-5, 16px);
    --_space-6: var(--datakube-space-6, 24px);
    --_space-7: var(--datakube-space-7, 32px);
    --_radius: var(--datakube-radius, 3px);
    --_radius-pill: var(--datakube-radius-pill, 999px);
    --_shadow-menu: var(--datakube-shadow-menu, 0 2px 8px light-dark(rgb(27 31 35 / 0.16), rgb(0 0 0 / 0.6)));
    --_focus-width: var(--datakube-focus-width, 3px);
    --_focus-offset: var(--datakube-focus-offset, 1px);
    --_duration: var(--datakube-duration, 120ms);
    --_panel-width: var(--datakube-panel-width, 264px);
    --_stub-width: var(--datakube-stub-width, 232px);
    --_column-width: var(--datakube-column-width, 80px);
    --_row-height: var(--datakube-row-height, 28px);
    --_control-height: var(--datakube-control-height, 32px);
    --_cell-padding: var(--datakube-cell-padding, 8px);
    --_cell-size: var(--datakube-cell-size, var(--_text-s));
  }
  :host([data-theme='dark']) {
    color-scheme: dark;
  }
  :host([data-theme='auto']) {
    color-scheme: light dark;
  }
  :host([data-density='regular']) {
    --_row-height: var(--datakube-row-height, 36px);
    --_control-height: var(--datakube-control-height, 40px);
    --_cell-padding: var(--datakube-cell-padding, 12px);
    --_cell-size: var(--datakube-cell-size, var(--_text-m));
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_color-surface: Canvas;
      --_color-surface-subtle: Canvas;
      --_color-surface-strong: Canvas;
      --_color-text: CanvasText;
      --_color-text-muted: CanvasText;
      --_color-line: CanvasText;
      --_color-line-strong: CanvasText;
      --_color-accent: LinkText;
      --_color-accent-strong: LinkText;
      --_color-accent-subtle: Canvas;
      --_color-on-accent: Canvas;
      --_color-focus: Highlight;
      --_color-focus-halo: Canvas;
      --_color-error: CanvasText;
      --_color-warning: CanvasText;
      --_color-success: CanvasText;
      --_color-suppressed-surface: Canvas;
      --_color-suppressed-line: color-mix(in srgb, CanvasText 45%, Canvas);
      --_color-suppressed-text: CanvasText;
      --_suppressed-mark-line: CanvasText;
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
      --_shadow-menu: none;
    }
  }
`;
