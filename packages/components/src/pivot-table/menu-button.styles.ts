import { css, type CSSResult } from 'lit';

/** The button that shows in the header that is pointed at or has focus. It lies over the end of a label that has no room. */
export const menuButtonStyles: CSSResult = css`
  .menu-button {
    position: absolute;
    inset-inline-end: 14px;
    inset-block-start: calc(50% - 12px);
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    cursor: pointer;
  }
  .menu-button:hover {
    background: var(--_color-accent-subtle);
  }
  .leaf > .menu-button {
    inset-inline: 13px auto;
  }
  .corner > .menu-button {
    inset-block: auto 2px;
  }
  /* A header across many columns may end outside what shows. */
  .spans > .menu-button {
    position: sticky;
    inset-block: auto;
    margin-inline-start: auto;
  }
`;
