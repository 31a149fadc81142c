import { css } from 'lit';

export const styles = css`
  .explorer {
    container-type: inline-size;
    font-variant-numeric: tabular-nums lining-nums;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface);
  }
  :host([data-dragging]) {
    cursor: grabbing;
    user-select: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-5);
    padding: 14px var(--_space-5) 10px;
  }
  .head p,
  .head h2 {
    margin: 0;
  }
  .kicker {
    margin-block-end: var(--_space-1);
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  h2 {
    font-size: var(--_text-xl);
    font-weight: var(--_weight-strong);
    letter-spacing: -0.005em;
    line-height: var(--_line-tight);
  }
  .names {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  .estimate {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-1) var(--_space-4);
    margin: 0;
    padding: var(--_space-1) var(--_space-4);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-surface-subtle);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .estimate.over {
    color: var(--_color-text);
    font-weight: var(--_weight-strong);
  }
  .body {
    display: grid;
    grid-template-columns: var(--_panel-width) minmax(0, 1fr);
  }
  .fields {
    border-inline-end: 1px solid var(--_color-line);
  }
  .main {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .zones {
    display: grid;
    grid-template-columns: 1fr 1fr;
    border-block-end: 1px solid var(--_color-line);
  }
  .zones > :nth-child(-n + 2) {
    border-block-end: 1px solid var(--_color-line);
  }
  .zones > :nth-child(odd) {
    border-inline-end: 1px solid var(--_color-line);
  }
  .about {
    border-block-start: 1px solid var(--_color-line-strong);
  }
  @container (max-width: 900px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .fields {
      border-block-end: 1px solid var(--_color-line);
      border-inline-end: 0;
    }
  }
  @container (max-width: 620px) {
    .head {
      padding: var(--_space-4) var(--_space-4) 10px;
    }
    .zones {
      grid-template-columns: minmax(0, 1fr);
      border: 0;
    }
    .zones > :nth-child(n) {
      border-block-end: 1px solid var(--_color-line);
      border-inline-end: 0;
    }
  }
  @media print {
    .explorer {
      border: 0;
    }
    .body {
      display: block;
    }
    datakube-toolbar,
    .fields,
    .zones,
    .estimate {
      display: none;
    }
  }
`;
