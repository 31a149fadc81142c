import { css } from 'lit';

export const styles = css`
  .panel {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--_space-3);
    min-block-size: 172px;
    padding: 14px var(--_space-5);
  }
  h3,
  p {
    margin: 0;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
  p {
    max-inline-size: 60ch;
    font-size: var(--_text-s);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .ways .button {
    max-inline-size: 100%;
    padding-block: var(--_space-2);
    text-align: start;
    white-space: normal;
  }
  .code {
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .skeleton {
    display: grid;
    gap: 6px;
    inline-size: 100%;
  }
  .skeleton i {
    display: block;
    block-size: 12px;
    background: var(--_color-surface-strong);
  }
  .skeleton i:nth-child(3n + 1) {
    inline-size: 62%;
  }
  .skeleton i:nth-child(3n) {
    inline-size: 88%;
  }
  :host([bar]) .panel {
    flex-flow: row wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    min-block-size: 0;
    padding: var(--_space-3) var(--_space-4);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-warning-subtle);
  }
  :host([bar]) h3 {
    font-size: var(--_text-s);
  }
  @media (forced-colors: active) {
    .skeleton i {
      forced-color-adjust: none;
      background: GrayText;
    }
  }
`;
