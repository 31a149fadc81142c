import { css } from 'lit';

export const styles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: var(--_space-3) var(--_space-5);
    border-block: 1px solid var(--_color-line);
    background: var(--_color-surface-subtle);
  }
  .button {
    gap: 6px;
    padding: 0 10px;
  }
  .button.icon-only {
    padding: 0;
  }
  .quiet[aria-disabled='true'] .icon {
    opacity: 0.55;
  }
  .segments {
    display: inline-flex;
  }
  .segments .button {
    margin-inline-start: -1px;
    border-radius: 0;
  }
  .segments .button:first-child {
    margin: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .segments .button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .segments .button[aria-pressed='true'] {
    position: relative;
    z-index: 1;
    font-weight: var(--_weight-strong);
  }
  .button:focus-visible {
    position: relative;
    z-index: 2;
  }
  .line {
    inline-size: 1px;
    block-size: 20px;
    margin: 0 var(--_space-2);
    background: var(--_color-line);
  }
  .gap {
    flex: 1;
  }
  .more {
    display: none;
  }
  @container (max-width: 1180px) {
    .chart .widest {
      display: none;
    }
    .chart .more {
      display: inline-flex;
    }
  }
  @container (max-width: 1070px) {
    .widest {
      display: none;
    }
    .more {
      display: inline-flex;
    }
  }
  @container (max-width: 780px) {
    .wider {
      display: none;
    }
  }
  @container (max-width: 620px) {
    .toolbar {
      gap: var(--_space-2);
      padding: var(--_space-3);
    }
    .wide,
    .line,
    .word {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
