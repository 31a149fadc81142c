import { css, type CSSResult } from 'lit';

/** What stands beside numbers: that they are made up, and the question why some are hidden. */
export const besideNumbers: CSSResult = css`
  .why {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_color-accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .tag {
    display: inline-block;
    padding: 0 var(--_space-3);
    border: 1px solid var(--_color-warning);
    border-radius: var(--_radius);
    background: var(--_color-warning-subtle);
    color: var(--_color-warning);
    font-size: var(--_text-xs);
  }
`;
