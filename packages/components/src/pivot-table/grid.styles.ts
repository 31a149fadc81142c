import { css, type CSSResult } from 'lit';

/** The grid itself. Widths and places are set by the painters. */
export const gridStyles: CSSResult = css`
  .scroller {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .grid {
    position: relative;
    min-inline-size: 100%;
    font-size: var(--_cell-size);
    line-height: var(--_line-tight);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    user-select: none;
  }
  .grid:focus-visible {
    outline-offset: -3px;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    background: var(--_color-surface-subtle);
  }
  .head::after {
    content: '';
    position: absolute;
    inset: auto 0 0;
    z-index: 3;
    border-block-end: 1px solid var(--_color-line-strong);
    pointer-events: none;
  }
  .head .row {
    position: absolute;
    display: flex;
    align-items: flex-start;
    inline-size: 100%;
    block-size: 0;
  }
  .corner,
  .column-header {
    position: absolute;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding-inline: var(--_cell-padding);
    background: var(--_color-surface-subtle);
    cursor: default;
  }
  .corner {
    position: sticky;
    z-index: 2;
    flex: none;
    align-items: flex-end;
    padding-block-end: 6px;
    border-inline-end: 1px solid var(--_color-line-strong);
    font-weight: var(--_weight-strong);
    white-space: normal;
    cursor: pointer;
  }
  .column-header.spans {
    font-weight: var(--_weight-strong);
    border-block-end: 1px solid var(--_color-line);
  }
  .column-header.spans .label {
    position: sticky;
    inset-inline-start: calc(var(--_stubs) + var(--_cell-padding));
  }
  .column-header.spans .twister + .label {
    inset-inline-start: calc(var(--_stubs) + var(--_cell-padding) + 18px);
  }
  .column-header.spans .twister {
    position: sticky;
    inset-inline-start: calc(var(--_stubs) + var(--_cell-padding) - 6px);
  }
  .column-header.leaf {
    justify-content: flex-end;
    cursor: pointer;
  }
  .leaf:hover .label,
  .corner:hover .label {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .column-header.sum {
    font-weight: var(--_weight-strong);
  }
  .arrow {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
  }
  .leaf .arrow {
    order: -1;
  }
  [aria-sort='descending'] > .arrow {
    transform: rotate(180deg);
  }

  .body {
    position: relative;
    line-height: calc(var(--_row) - 1px);
  }
  .body .row {
    position: absolute;
    inset-block-start: 0;
    display: grid;
    grid-template-columns: inherit;
    inline-size: 100%;
    block-size: var(--_row);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-surface);
  }
  .cell {
    padding-inline: var(--_cell-padding);
    text-align: end;
  }
  .stub + .cell {
    grid-column-start: cells;
  }
  .stub {
    position: sticky;
    z-index: 2;
    flex: none;
    display: flex;
    align-items: center;
    block-size: calc(var(--_row) - 1px);
    padding-inline: var(--_cell-padding);
    background: var(--_color-surface);
  }
  .stub.last {
    border-inline-end: 1px solid var(--_color-line-strong);
  }
  .two-lines .stub {
    overflow: clip;
  }
  .two-lines .stub .label {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.15;
    white-space: normal;
  }
  .row:not(.first) > .repeated > .label {
    opacity: 0;
  }
  .twister {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    margin-inline: -6px 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_color-text-muted);
    cursor: pointer;
  }
  .row:not(.first) > .repeated > .twister {
    display: none;
  }
  .twister .icon {
    transition: transform var(--_duration);
  }
  [aria-expanded='true'] > .twister .icon {
    transform: rotate(90deg);
  }
  .depth-0 {
    padding-inline-start: calc(var(--_cell-padding) + 18px);
  }
  .depth-1 {
    padding-inline-start: calc(var(--_cell-padding) + var(--_indent));
  }
  .depth-2 {
    padding-inline-start: calc(var(--_cell-padding) + 2 * var(--_indent));
  }
  .depth-3 {
    padding-inline-start: calc(var(--_cell-padding) + 3 * var(--_indent));
  }
  .depth-4 {
    padding-inline-start: calc(var(--_cell-padding) + 4 * var(--_indent));
  }
  .depth-5 {
    padding-inline-start: calc(var(--_cell-padding) + 5 * var(--_indent));
  }
  .depth-0[aria-expanded] {
    padding-inline-start: var(--_cell-padding);
  }
  .depth-1[aria-expanded] {
    padding-inline-start: calc(var(--_cell-padding) + var(--_indent) - 18px);
  }
  .depth-2[aria-expanded] {
    padding-inline-start: calc(var(--_cell-padding) + 2 * var(--_indent) - 18px);
  }
  .depth-3[aria-expanded] {
    padding-inline-start: calc(var(--_cell-padding) + 3 * var(--_indent) - 18px);
  }
  .depth-4[aria-expanded] {
    padding-inline-start: calc(var(--_cell-padding) + 4 * var(--_indent) - 18px);
  }

  /* What a row or cell is */
  .row.total,
  .row.subtotal,
  .row.parent,
  .cell.sum {
    font-weight: var(--_weight-strong);
  }
  .row.total,
  .row.total > .stub {
    background: var(--_color-surface-strong);
  }
  .row.total {
    border-block-end-color: var(--_color-line-strong);
  }
  .row.parent.open,
  .row.parent.open > .stub {
    background: var(--_color-surface-subtle);
  }
  .group-start {
    border-inline-start: 1px solid var(--_color-line);
  }
  .cell.break,
  .column-header.break {
    border-inline-start: 2px dashed var(--_color-line-strong);
  }
  .row.break::before {
    content: '';
    position: absolute;
    inset: 0 0 auto;
    z-index: 3;
    border-block-start: 2px dashed var(--_color-line-strong);
  }
  .cell.suppressed {
    cursor: help;
  }
  .cell.suppressed,
  .cell.missing,
  .cell.not-applicable {
    font-size: var(--_text-xs);
    font-weight: 400;
    color: var(--_color-suppressed-text);
  }
  .suppressed {
    background:
      linear-gradient(var(--_color-suppressed-surface) 0 0) calc(100% - var(--_cell-padding) + 2px) 50% /
        calc(var(--_mark) + 4px) 1.3em no-repeat,
      var(--_hatch),
      var(--_color-suppressed-surface);
  }
  .perturbed::before,
  .rounded::before {
    content: '≈';
    float: inline-start;
    margin-inline-end: -1em;
    color: var(--_color-text-muted);
  }
  .selected {
    background-color: var(--_color-accent-subtle);
  }
  .cell:focus-visible,
  .stub:focus-visible,
  .corner:focus-visible,
  .column-header:focus-visible {
    outline-offset: -3px;
    z-index: 3;
  }
  .marquee {
    position: absolute;
    z-index: 1;
    border: 2px solid var(--_color-accent);
    pointer-events: none;
  }
  .marquee[hidden] {
    display: none;
  }
  .probe {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    visibility: hidden;
    overflow: hidden;
    block-size: 0;
    inline-size: 0;
    font-size: var(--_cell-size);
    line-height: var(--_line-tight);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .probe > * {
    position: absolute;
  }
  .probe .track {
    inline-size: var(--_column-width);
    block-size: max(var(--_row-height), 1lh + 6px);
    padding-inline-start: var(--_cell-padding);
  }
  .probe .stub-width {
    inline-size: var(--_stub-width);
  }
  .probe .indent {
    inline-size: var(--_indent);
    block-size: calc(2.3em + 4px);
  }
  .probe .strong {
    font-weight: var(--_weight-strong);
  }
  .probe .mark {
    font-size: var(--_text-xs);
  }
`;
