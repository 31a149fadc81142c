import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .dialog {
    inline-size: min(560px, calc(100vw - 8px));
  }
  .dialog:popover-open {
    display: grid;
    gap: var(--_space-3);
  }
  .head,
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
  }
  h3 {
    margin: 0;
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  p {
    margin: 0;
    color: var(--_color-text-muted);
  }
  .input {
    flex: 1;
    min-inline-size: 0;
  }
  .row .button {
    flex: none;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--_color-line);
  }
  .tab {
    min-block-size: 28px;
    margin-block-end: -1px;
    padding: 0 var(--_space-4);
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .tab:hover {
    background: var(--_color-surface-subtle);
  }
  .tab[aria-selected='true'] {
    border-block-end-color: var(--_color-accent);
    color: var(--_color-accent-strong);
    font-weight: var(--_weight-strong);
  }
  .panel {
    display: grid;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  pre {
    max-block-size: 260px;
    margin: 0;
    padding: var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-subtle);
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    font-size: var(--_text-xs);
    line-height: 1.5;
    overflow: auto;
    tab-size: 2;
    white-space: pre;
  }
  @media (forced-colors: active) {
    .tab {
      forced-color-adjust: none;
      border-block-end-color: Canvas;
      color: CanvasText;
    }
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
      color: CanvasText;
    }
  }
`;
