import { css } from 'lit';

export const styles = css`
  .menu {
    inline-size: max-content;
    min-inline-size: 216px;
    max-inline-size: min(320px, calc(100vw - 8px));
    padding: var(--_space-2) 0;
    line-height: var(--_line-tight);
  }
  .item {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 32px;
    padding: var(--_space-2) var(--_space-4);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:hover,
  .item:focus-visible {
    background: var(--_color-accent-subtle);
  }
  .item:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .item[aria-disabled='true'] {
    color: var(--_color-text-muted);
    cursor: default;
  }
  .mark {
    display: inline-grid;
    inline-size: 16px;
    flex: none;
    color: var(--_color-text-muted);
  }
  .words {
    display: grid;
    gap: var(--_space-1);
    flex: 1;
  }
  .hint,
  .keys,
  .note {
    font-size: var(--_text-xs);
    color: var(--_color-text-muted);
  }
  .keys {
    white-space: nowrap;
  }
  .note {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    padding: var(--_space-2) var(--_space-4);
  }
  [role='separator'] {
    block-size: 1px;
    margin: var(--_space-2) 0;
    background: var(--_color-line);
  }
  @media (forced-colors: active) {
    .item:focus-visible {
      outline-color: Highlight;
    }
  }
`;
