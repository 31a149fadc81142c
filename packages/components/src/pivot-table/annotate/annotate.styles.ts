import { css, type CSSResult } from 'lit';

export const annotateStyles: CSSResult = css`
  .note {
    font-size: var(--_text-xs);
    font-weight: 400;
    color: var(--_color-text-muted);
    white-space: pre;
  }
  /* The label, its marks and their words on one line; what does not fit goes to a second, out of sight. */
  .column-header .noted {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    min-inline-size: 0;
    block-size: 1lh;
    overflow: hidden;
  }
  .column-header .noted > .note {
    display: contents;
  }
  .column-header .note > * {
    font-size: var(--_text-xs);
    font-weight: 400;
    color: var(--_color-text-muted);
  }
  .column-header.leaf .noted {
    justify-content: flex-end;
  }
  .stub[data-own]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 3px solid var(--_color-accent);
  }
  .two-lines .stub .note {
    white-space: normal;
  }
  .cell[data-flag]::before {
    content: '[' attr(data-flag) ']';
    float: inline-start;
    font-size: var(--_text-xs);
    font-weight: 400;
    color: var(--_color-text-muted);
  }
  .footnotes {
    margin: 0;
    padding: 0 var(--_space-4) var(--_space-3);
    list-style: none;
    font-size: var(--_text-xs);
    color: var(--_color-text-muted);
  }
  @media (forced-colors: active) {
    .stub[data-own]::before {
      border-color: Highlight;
    }
  }
`;
