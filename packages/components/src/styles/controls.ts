import { css, type CSSResult } from 'lit';

/** Buttons and inputs, drawn as the design draws them. */
export const controls: CSSResult = css`
  .button {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: var(--_control-height);
    padding: 0 var(--_space-4);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    font: inherit;
    font-size: var(--_text-m);
    cursor: pointer;
    white-space: nowrap;
  }
  .button:hover {
    background: var(--_color-surface-strong);
  }
  .button[aria-pressed='true'] {
    background: var(--_color-accent-subtle);
    border-color: var(--_color-accent);
    color: var(--_color-accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
  }
  .button.primary {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    font-weight: var(--_weight-strong);
  }
  .button[aria-disabled='true'] {
    border: 1px dashed var(--_color-line);
    background: none;
    color: var(--_color-text-muted);
    font-weight: inherit;
    cursor: default;
  }
  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
  }
  .button.icon-only {
    justify-content: center;
    min-inline-size: var(--_control-height);
    padding: 0;
  }
  .button.small {
    min-block-size: 28px;
    padding: 0 var(--_space-3);
    font-size: var(--_text-s);
  }
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
    }
  }
  .input {
    min-block-size: var(--_control-height);
    padding: 0 var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    font: inherit;
  }
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
    }
  }
`;
