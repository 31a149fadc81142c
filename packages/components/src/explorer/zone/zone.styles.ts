import { css } from 'lit';

export const styles = css`
  :host {
    min-inline-size: 0;
  }
  .inner {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    min-block-size: 46px;
    padding: var(--_space-3) var(--_space-4);
  }
  .label {
    flex: none;
    min-inline-size: 60px;
    padding-block-start: 5px;
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }
  .chip {
    display: inline-flex;
    align-items: stretch;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 0;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: inherit;
    font: inherit;
    font-size: var(--_text-s);
    line-height: var(--_line-tight);
    cursor: grab;
    touch-action: none;
  }
  .chip:hover .opens,
  .chip[aria-expanded='true'] .opens {
    background: var(--_color-surface-strong);
  }
  .chip[aria-expanded='true'] {
    background: var(--_color-accent-subtle);
  }
  .chip.measure {
    border-inline-start: 3px solid var(--_color-accent);
  }
  .handle {
    display: grid;
    place-items: center;
    inline-size: 20px;
    flex: none;
    color: var(--_color-text-muted);
  }
  .words {
    align-self: center;
    min-inline-size: 0;
    padding-inline-end: 6px;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .words b {
    font-weight: var(--_weight-strong);
  }
  .opens {
    display: grid;
    place-items: center;
    inline-size: 26px;
    flex: none;
    border-inline-start: 1px solid var(--_color-line);
  }
  .add {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 28px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_color-accent);
    font: inherit;
    font-size: var(--_text-s);
    line-height: var(--_line-tight);
    cursor: pointer;
  }
  .add:hover {
    background: var(--_color-surface-strong);
  }
  .dropline {
    inline-size: 2px;
    align-self: stretch;
    min-block-size: 28px;
    background: var(--_color-accent);
  }
  .summary .name {
    flex: none;
    min-inline-size: 68px;
    font-weight: var(--_weight-strong);
  }
  .summary .choice {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([open]) .choice {
    visibility: hidden;
  }
  @container (max-width: 620px) {
    .summary {
      display: flex;
    }
    .inner {
      min-block-size: 0;
      padding-block-start: 0;
    }
    .label {
      display: none;
    }
    :host(:not([open])) .inner {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .dropline {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
