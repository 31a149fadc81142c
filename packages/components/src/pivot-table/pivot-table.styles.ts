import { css, type CSSResult } from 'lit';

export const pivotTableStyles: CSSResult = css`
  /* The table keeps its form in the frame: the box of the element is the page's to change. */
  :host,
  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .frame {
    max-block-size: var(--datakube-pivot-table-max-height, min(70vh, 640px));
    container-type: inline-size;
    background: var(--_color-surface);
  }
  :host {
    --_indent: 26px;
    /* Two stripes in a tile: a gradient across the whole cell gets uneven in a wide one. */
    --_hatch: linear-gradient(
        135deg,
        transparent 40%,
        var(--_color-suppressed-line) 40% 50%,
        transparent 50% 90%,
        var(--_color-suppressed-line) 90%
      )
      0 0 / 7px 7px;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-accent-subtle);
    font-size: var(--_text-s);
  }
  .empty {
    margin: 0;
    padding: var(--_space-6) var(--_space-5);
  }
  .skeleton {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-5);
  }
  .skeleton i {
    block-size: 12px;
    background: var(--_color-surface-strong);
  }
  .skeleton i:nth-child(1) {
    inline-size: 60%;
  }
  .skeleton i:nth-child(3) {
    inline-size: 88%;
  }

  /* Below the table */
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-5);
    margin: 0;
    padding: var(--_space-3) var(--_space-4);
    border-block-start: 1px solid var(--_color-line-strong);
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
    border: 1px solid var(--_color-line-strong);
    background: var(--_hatch), var(--_color-suppressed-surface);
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    justify-content: space-between;
    padding: 7px var(--_space-4);
    border-block-start: 1px solid var(--_color-line);
    background: var(--_color-surface-subtle);
    font-size: var(--_text-s);
  }
  .status > * {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    margin: 0;
  }
  .provenance {
    color: var(--_color-text-muted);
  }

  @container (max-width: 620px) {
    .scroller {
      --_column-width: var(--datakube-column-width, 60px);
      --_cell-padding: 6px;
      --_row-height: max(var(--datakube-row-height, 32px), 32px);
      --_indent: 18px;
      --_stub-width: var(--datakube-stub-width, 140px);
    }
    .depth-0 {
      padding-inline-start: calc(var(--_cell-padding) + 18px);
    }
    .status {
      font-size: var(--_text-xs);
    }
  }
  @media (forced-colors: active) {
    .suppressed,
    .swatch,
    .marquee {
      forced-color-adjust: none;
    }
    .suppressed {
      color: CanvasText;
    }
    .marquee {
      border-color: Highlight;
    }
  }
  @media print {
    .frame {
      max-block-size: none;
    }
    .suppressed,
    .swatch {
      print-color-adjust: exact;
    }
  }
`;
