import { css, type CSSResult } from 'lit';

/** What folds: the line that stands for a part where it finds no room, and the arrow of a branch in a tree. */
export const foldable: CSSResult = css`
  .summary {
    display: none;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 40px;
    padding: 0 var(--_space-4);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .chevron {
    display: grid;
    transition: transform var(--_duration);
  }
  :host([open]) .chevron {
    transform: rotate(90deg);
  }
  .twister {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
  }
  .twister .icon {
    inline-size: 12px;
    block-size: 12px;
    transition: transform var(--_duration);
  }
  [aria-expanded='true'] > .twister .icon {
    transform: rotate(90deg);
  }
`;
