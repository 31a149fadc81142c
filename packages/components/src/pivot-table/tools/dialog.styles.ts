import { css, type CSSResult } from 'lit';

export const dialogStyles: CSSResult = css`
  .dialog {
    inline-size: min(520px, calc(100vw - 16px));
    max-block-size: calc(100vh - 16px);
    padding: var(--_space-5);
    overflow: auto;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    box-shadow: var(--_shadow-menu);
    color: var(--_color-text);
    font-size: var(--_text-m);
  }
  .dialog::backdrop {
    background: rgb(0 0 0 / 0.25);
  }
  .dialog header,
  .dialog footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
  }
  .dialog footer {
    justify-content: flex-end;
    margin-block-start: var(--_space-5);
  }
  .dialog h2 {
    margin: 0;
    font-size: var(--_text-l);
    font-weight: var(--_weight-strong);
  }
  .dialog h3 {
    margin: var(--_space-5) 0 var(--_space-2);
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  .dialog p {
    margin: var(--_space-2) 0;
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  .dialog dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    margin: 0;
    border-block-start: 1px solid var(--_color-line);
  }
  .dialog dt {
    display: flex;
    align-content: start;
    flex-wrap: wrap;
    gap: var(--_space-2);
    padding-inline-end: var(--_space-3);
  }
  .dialog dt,
  .dialog dd {
    margin: 0;
    padding-block: 6px;
    border-block-end: 1px solid var(--_color-line);
    overflow-wrap: anywhere;
  }
  .dialog kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding: 0 var(--_space-2);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface-subtle);
    font: inherit;
    font-size: var(--_text-s);
    text-align: center;
    white-space: nowrap;
  }
  .dialog .field {
    display: grid;
    gap: var(--_space-2);
    margin-block-start: var(--_space-4);
  }
  .dialog label {
    font-weight: var(--_weight-strong);
  }
  .dialog ul {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    list-style: none;
  }
  .dialog ul[hidden] {
    display: none;
  }
  .dialog li {
    display: flex;
    justify-content: space-between;
    gap: var(--_space-4);
    min-block-size: 28px;
    padding: var(--_space-2) var(--_space-3);
    cursor: pointer;
  }
  .dialog li[aria-selected='true'] {
    background: var(--_color-accent-subtle);
    box-shadow: inset 3px 0 var(--_color-accent);
  }
  .dialog li span:last-child {
    flex: none;
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  @media (forced-colors: active) {
    .dialog li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
