import { css, type CSSResult } from 'lit';

/** A panel that floats beside what opened it: a menu or a dialog. It stays within the window, and scrolls. */
export const floating: CSSResult = css`
  :host {
    display: contents;
  }
  .floating {
    position: fixed;
    inset: auto;
    margin: 0;
    max-block-size: calc(100vh - 8px);
    overflow: auto;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    box-shadow: var(--_shadow-menu);
    font-family: var(--_font);
    font-size: var(--_text-s);
  }
  .dialog {
    padding: var(--_space-4);
  }
  .message {
    margin: 0;
    color: var(--_color-text);
  }
  .message:empty {
    margin-block-start: calc(-1 * var(--_space-3));
  }
`;
