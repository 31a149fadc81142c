import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .view {
    container-type: inline-size;
    background: var(--_color-surface);
    font-variant-numeric: tabular-nums lining-nums;
  }
  p {
    margin: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-5);
    margin-block-end: var(--_space-3);
  }
  .title {
    min-inline-size: 0;
    font-size: var(--_text-l);
    font-weight: var(--_weight-strong);
    line-height: var(--_line-tight);
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    gap: var(--_space-3);
  }
  .segments {
    display: inline-flex;
  }
  .segments .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .segments .button:last-child {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .segments .button[aria-pressed='true'],
  .button:focus-visible {
    position: relative;
    z-index: 1;
  }
  .body {
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    overflow: clip;
  }
  .body.drawn {
    border: 0;
  }
  .answer.chart {
    max-block-size: none;
    padding: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    align-items: center;
    margin-block-start: var(--_space-2);
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  datakube-declaration {
    margin-block-start: var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .tools,
    .foot .why {
      display: none;
    }
    .body {
      border: 0;
      overflow: visible;
    }
  }
`;
