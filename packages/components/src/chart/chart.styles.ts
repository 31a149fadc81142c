import { chartStyles } from '@datakube/charts';
import { css, unsafeCSS, type CSSResult } from 'lit';
import { chartTokens } from './chart-tokens.ts';

export const styles: CSSResult = css`
  ${chartTokens}
  ${unsafeCSS(chartStyles)}
  /* The box of the element is the page's to change. */
  .frame {
    position: relative;
    container: chart / inline-size;
    background: var(--_color-surface);
  }
  figure {
    margin: 0;
    padding: 14px var(--_space-5) var(--_space-4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
  }
  figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-1) var(--_space-4);
    margin-block-end: 10px;
  }
  p {
    margin: 0;
  }
  .title {
    font-size: var(--_text-l);
    font-weight: var(--_weight-strong);
    line-height: var(--_line-tight);
  }
  .subtitle,
  .notice {
    font-size: var(--_text-s);
    color: var(--_color-text-muted);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    align-items: center;
    align-self: start;
  }
  .sentence,
  .notice {
    grid-column: 1 / -1;
    max-inline-size: 78ch;
  }
  .sentence {
    margin-block-start: var(--_space-2);
  }
  .plot {
    position: relative;
    min-inline-size: 0;
  }
  .tip {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: min(300px, 100%);
    padding: var(--_space-3) 10px;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    box-shadow: var(--_shadow-menu);
    font-size: var(--_text-s);
  }
  .tip[hidden] {
    display: none;
  }
  .tip strong {
    display: block;
    font-weight: var(--_weight-strong);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-5);
    margin: var(--_space-3) 0 10px;
    padding: 0;
    list-style: none;
    font-size: var(--_text-xs);
    color: var(--_color-text-muted);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .swatch {
    flex: none;
    inline-size: 28px;
    block-size: 14px;
    forced-color-adjust: none;
  }
  .swatch.hidden {
    border: 1px solid var(--_suppressed-mark-line);
    background: repeating-linear-gradient(135deg, transparent 0 4px, var(--_suppressed-mark-line) 4px 5px);
  }
  .swatch.reference {
    inline-size: 0;
    border-inline-start: 1px dashed var(--_color-text);
  }
  .swatch.line,
  .swatch.dashed-line {
    block-size: 0;
    border-block-start: 2px solid var(--_chart-1);
  }
  .swatch.dashed-line {
    border-block-start: 1px dashed var(--_color-text);
  }
  .swatch.own {
    border: 2px solid var(--_color-text);
  }
  .swatch.empty {
    border: 1px solid var(--_chart-outline);
  }
  .refusal {
    display: grid;
    gap: var(--_space-3);
    max-inline-size: 64ch;
    margin-block: var(--_space-2) var(--_space-5);
    padding: var(--_space-4) var(--_space-5);
    border: 1px solid var(--_color-line);
    border-inline-start: 4px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface-subtle);
  }
  .refusal .strong {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    font-weight: var(--_weight-strong);
  }
  .refusal .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }
  /* Where a picture is drawn before it is saved: styles hold, nobody sees it, and it takes no room. */
  .stage {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    color-scheme: light;
    direction: ltr;
    forced-color-adjust: none;
  }
  .stage .paper {
    fill: var(--_color-surface);
  }
  .stage .tag-frame {
    fill: none;
    stroke: var(--_color-line-strong);
  }
  .stage .own-frame {
    fill: none;
    stroke: var(--_color-text);
    stroke-width: 3px;
  }
  .stage .ink {
    fill: var(--_color-text);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-5);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_color-line);
    font-size: var(--_text-xs);
    color: var(--_color-text-muted);
  }
  .mark:has(.hidden),
  [data-kind='hidden'] {
    cursor: help;
  }
  .scroll {
    max-block-size: 480px;
    overflow: auto;
    margin-block-end: 10px;
  }
  table {
    border-collapse: collapse;
    font-size: var(--_cell-size);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--_space-2) var(--_cell-padding);
    border-block-end: 1px solid var(--_color-line);
    text-align: end;
  }
  th {
    font-weight: var(--_weight-strong);
  }
  tbody th {
    font-weight: inherit;
  }
  th:first-child {
    text-align: start;
  }
  td[data-kind='shown'] {
    white-space: nowrap;
  }
  td:not([data-kind='shown']) {
    color: var(--_color-suppressed-text);
    font-size: var(--_text-xs);
  }
  td[data-kind='hidden'] {
    forced-color-adjust: none;
    background: repeating-linear-gradient(
      135deg,
      var(--_color-suppressed-surface) 0 4px,
      var(--_color-suppressed-line) 4px 5px
    );
  }
  @container chart (max-width: 560px) {
    figure {
      padding-inline: var(--_space-4);
    }
    figcaption {
      grid-template-columns: minmax(0, 1fr);
    }
    .tools {
      order: 3;
      margin-block-start: 6px;
    }
  }
  @media print {
    figure {
      break-inside: avoid;
      border: 0;
      padding: 0;
    }
    .tools .button,
    .why,
    .ways,
    .tip {
      display: none;
    }
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
    .drawing svg {
      max-inline-size: 100%;
      block-size: auto;
    }
    .swatch,
    .drawing svg {
      print-color-adjust: exact;
    }
  }
`;
