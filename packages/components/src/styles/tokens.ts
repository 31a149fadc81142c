import { css, type CSSResult } from 'lit';

/**
 * The design tokens, as every element sees them. A public token `--datakube-<name>` set anywhere above the
 * element wins; otherwise the default holds. Inside a shadow root only the private twin `--_<name>` is used.
 * Colours follow `color-scheme`, which follows the states that {@link ThemeController} sets.
 *
 * Sizes of type grow with a reader's own setting, and do not shrink where a page makes `rem` smaller, as
 * `html { font-size: 62.5% }` does.
 */
export const tokens: CSSResult = css`
  :host {
    color-scheme: light !important;
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
    --_text-xs: var(--datakube-text-xs, max(0.75rem, 12px));
    --_text-s: var(--datakube-text-s, max(0.8125rem, 13px));
    --_text-m: var(--datakube-text-m, max(0.875rem, 14px));
    --_text-l: var(--datakube-text-l, max(1rem, 16px));
    --_text-xl: var(--datakube-text-xl, max(1.25rem, 20px));
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
  :host(:state(dark)) {
    color-scheme: dark !important;
  }
  :host(:state(auto)) {
    color-scheme: light dark !important;
  }
  :host(:state(regular)) {
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
      --_shadow-menu: none;
    }
  }
`;
