import { css } from 'lit';

/** A table or chart and the remarks above it. What it stands in is a container. */
export const answerStyles = css`
  .notes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    margin: 0;
    padding: 6px var(--_space-4);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-surface-subtle);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
    list-style: none;
  }
  .notes li {
    display: flex;
    gap: 6px;
  }
  .answer {
    min-inline-size: 0;
    box-shadow: 0 1px var(--_color-line);
  }
  .answer.chart {
    box-shadow: none;
    max-block-size: max(70vh, 480px);
    padding: var(--_space-5);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .answer.chart.titled::part(title) {
    display: none;
  }
  [hidden] {
    display: none !important;
  }
  @media screen {
    .print {
      display: none;
    }
  }
  @media print {
    .print:not(:empty) + datakube-pivot-table::part(scroller) {
      display: none;
    }
    .answer.chart {
      max-block-size: none;
      overflow: visible;
    }
    .print table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: 9pt;
    }
    .print :is(th, td) {
      padding: 2pt 4pt;
      border-block-end: 0.5pt solid var(--_color-line);
      text-align: end;
      vertical-align: bottom;
    }
    .print th[scope='row'] {
      text-align: start;
      font-weight: 400;
    }
    .print :is(thead th, .total > td, .total > th[scope='row']) {
      font-weight: var(--_weight-strong);
    }
    .print tr {
      break-inside: avoid;
    }
    .cut {
      margin: 0 0 6pt;
      font-weight: var(--_weight-strong);
    }
  }
  @container (max-width: 620px) {
    .answer.chart {
      padding: var(--_space-4);
    }
  }
`;
