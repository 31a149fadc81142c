import { css } from 'lit';

export const styles = css`
  .inner {
    padding: var(--_space-4) 0 var(--_space-5);
  }
  .find {
    position: relative;
    padding: 0 var(--_space-4) 6px;
  }
  .find .icon {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 20px;
    color: var(--_color-text-muted);
  }
  .find .input {
    inline-size: 100%;
    padding-inline-start: 30px;
  }
  .input::placeholder {
    color: var(--_color-text-muted);
    opacity: 1;
  }
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h3 {
    font: inherit;
  }
  .item {
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .group {
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: 100%;
    min-block-size: 28px;
    padding: var(--_space-2) 6px 0 var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
    font-weight: var(--_weight-strong);
  }
  .group .words {
    flex: none;
  }
  .group .count {
    flex: 1;
    font-weight: normal;
  }
  .group:hover .words {
    text-decoration: underline;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 28px;
    align-items: center;
    min-block-size: 28px;
    padding-inline-end: 6px;
    font-size: var(--_text-s);
  }
  .field:hover {
    background: var(--_color-surface-subtle);
  }
  .name {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    min-inline-size: 0;
    padding-block: 0;
    padding-inline: var(--_space-4) 6px;
    cursor: grab;
    touch-action: pan-y;
  }
  .icon {
    color: var(--_color-text-muted);
  }
  .words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .used .words {
    font-weight: var(--_weight-strong);
  }
  .where {
    flex: none;
    color: var(--_color-accent);
    font-size: var(--_text-xs);
  }
  .about {
    display: grid;
    place-items: center;
    block-size: 28px;
    padding: 0;
  }
  .barred .name {
    color: var(--_color-text-muted);
    cursor: pointer;
  }
  .obstacle,
  .remark {
    margin-block-end: var(--_space-2);
    padding-inline: 34px var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
    line-height: var(--_line-tight);
  }
  .levels {
    padding-block: 0 var(--_space-2);
    padding-inline: 34px var(--_space-4);
    font-size: var(--_text-s);
  }
  .levels li {
    border-inline-start: 2px solid var(--_color-line);
  }
  .levels li.on {
    border-inline-start-color: var(--_color-accent);
  }
  .level {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 24px;
    padding-block: 0;
    padding-inline: 7px 0;
  }
  .level:hover {
    background: var(--_color-surface-subtle);
  }
  .level.barred {
    color: var(--_color-text-muted);
  }
  .level > span:first-child {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .hit {
    padding-block: var(--_space-1);
    line-height: var(--_line-tight);
  }
  .within {
    display: block;
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .code {
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .twister {
    overflow: clip;
  }
  .group[aria-disabled='true'] .twister {
    visibility: hidden;
  }
  .level .twister {
    inline-size: 12px;
  }
  .values {
    margin-block-end: var(--_space-2);
    padding-inline: 34px var(--_space-4);
    font-size: var(--_text-s);
  }
  .value {
    display: flex;
    align-items: center;
    min-block-size: 24px;
    border-inline-start: 2px solid var(--_color-line);
    line-height: var(--_line-tight);
  }
  .value:hover {
    background: var(--_color-surface-subtle);
  }
  .value[aria-level='2'] {
    padding-inline-start: 12px;
  }
  .value[aria-level='3'] {
    padding-inline-start: 24px;
  }
  .value[aria-level='4'] {
    padding-inline-start: 36px;
  }
  .value[aria-level='5'],
  .value[aria-level='6'] {
    padding-inline-start: 48px;
  }
  .count {
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
  }
  .note {
    display: grid;
    gap: var(--_space-2);
    margin-block: var(--_space-2) 6px;
    margin-inline: 34px var(--_space-4);
    padding: var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-subtle);
    font-size: var(--_text-xs);
    line-height: 1.4;
  }
  .note dl {
    display: grid;
    margin: 0;
  }
  .note dt {
    color: var(--_color-text-muted);
  }
  .note dd {
    margin: 0 0 var(--_space-2);
    overflow-wrap: anywhere;
  }
  .hits {
    padding: 0 var(--_space-4) var(--_space-2);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
    line-height: var(--_line-tight);
  }
  .heading {
    min-inline-size: 68px;
    font-weight: var(--_weight-strong);
  }
  .choice {
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
  }
  @container (max-width: 900px) {
    .summary {
      display: flex;
    }
    :host(:not([open])) .inner {
      display: none;
    }
    .inner {
      padding-block-start: 0;
    }
  }
  @container (min-width: 480px) and (max-width: 900px) {
    :host([open]) .inner {
      columns: 2;
      column-gap: 0;
    }
    .find {
      column-span: all;
    }
    section {
      break-inside: avoid;
    }
  }
`;
