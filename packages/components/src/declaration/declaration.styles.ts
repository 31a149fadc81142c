import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
  }
  .declaration {
    padding: 14px var(--_space-5) var(--_space-5);
    background: var(--_color-surface);
  }
  h3,
  h4,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    margin-block-end: var(--_space-3);
  }
  h3 {
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_color-accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .glance {
    display: grid;
    grid-template-columns: 1fr 1.5fr 1fr;
    gap: var(--_space-3) var(--_space-7);
    font-size: var(--_text-s);
  }
  .glance h4 {
    margin-block-end: var(--_space-1);
    color: var(--_color-text-muted);
    font-size: var(--_text-s);
    font-weight: 400;
  }
  .caveats li {
    position: relative;
    margin-block-end: var(--_space-2);
    padding-inline-start: 30px;
  }
  .mark {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-start: 0;
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .whole {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_space-5) var(--_space-7);
    font-size: var(--_text-s);
  }
  .whole h4 {
    margin-block-end: var(--_space-2);
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  .whole p {
    max-inline-size: 70ch;
  }
  .sources li + li {
    margin-block-start: var(--_space-3);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(96px, 160px) minmax(0, 1fr);
    gap: 0 var(--_space-4);
    padding-block: var(--_space-1);
  }
  dt {
    color: var(--_color-text-muted);
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    margin-block-start: var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  @container (max-width: 900px) {
    .glance {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (max-width: 620px) {
    .declaration {
      padding: var(--_space-4);
    }
    .glance,
    .whole {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-4);
    }
  }
`;
