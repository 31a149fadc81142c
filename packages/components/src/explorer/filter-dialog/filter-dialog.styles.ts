import { css } from 'lit';

export const styles = css`
  .dialog {
    inline-size: min(320px, calc(100vw - 8px));
  }
  .dialog:popover-open {
    display: flex;
  }
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .input {
    inline-size: 100%;
    min-inline-size: 0;
    flex: none;
  }
  .input::placeholder {
    color: var(--_color-text-muted);
    opacity: 1;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .bulk .hint {
    flex: 1;
  }
  .hint,
  .preview {
    margin: 0;
    color: var(--_color-text-muted);
  }
  .members {
    flex: 1 1 auto;
    min-block-size: 84px;
    max-block-size: 280px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .member,
  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 28px;
    padding-inline: var(--_space-2);
    line-height: var(--_line-tight);
    cursor: pointer;
  }
  .member:hover,
  .line:hover {
    background: var(--_color-surface-subtle);
  }
  .member input {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    margin: 0;
    accent-color: var(--_color-accent);
  }
  .member > span,
  .line > span:last-child {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .code {
    color: var(--_color-text-muted);
    font-size: var(--_text-xs);
  }
  .line {
    gap: var(--_space-2);
    padding-inline: 0 var(--_space-2);
  }
  .line:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  .line[aria-level='2'] {
    padding-inline-start: 20px;
  }
  .line[aria-level='3'] {
    padding-inline-start: 40px;
  }
  .line[aria-level='4'] {
    padding-inline-start: 60px;
  }
  .line[aria-level='5'],
  .line[aria-level='6'] {
    padding-inline-start: 80px;
  }
  .twister {
    color: var(--_color-text-muted);
  }
  .box {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    margin-inline-end: var(--_space-2);
    border: 1px solid var(--_color-line-strong);
    border-radius: 3px;
    background: var(--_color-surface);
    color: var(--_color-on-accent);
  }
  .box.round {
    border-radius: 50%;
  }
  .box .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2;
  }
  [aria-checked='true'] > .box,
  [aria-checked='mixed'] > .box {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
  }
  [aria-checked='mixed'] > .box::after {
    inline-size: 10px;
    border-block-start: 2px solid currentcolor;
    content: '';
  }
  [aria-checked='true'] > .box.round::after {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: currentcolor;
    content: '';
  }
  @media (forced-colors: active) {
    .box {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Canvas;
      color: HighlightText;
    }
    [aria-checked='true'] > .box,
    [aria-checked='mixed'] > .box {
      border-color: Highlight;
      background: Highlight;
    }
  }
  .ends {
    display: grid;
    gap: var(--_space-3);
  }
  .line-up {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }
  .line-up > span:first-child {
    min-inline-size: 3em;
  }
  .line-up select {
    flex: 1;
    inline-size: auto;
  }
  .line-up input {
    inline-size: 72px;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space-3);
  }
`;
