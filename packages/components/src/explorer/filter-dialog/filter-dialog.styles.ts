import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  .dialog {
    position: fixed;
    inset: auto;
    margin: 0;
    inline-size: min(300px, calc(100vw - 8px));
    max-block-size: calc(100vh - 8px);
    padding: var(--_space-4);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    box-shadow: var(--_shadow-menu);
    font-family: var(--_font);
    font-size: var(--_text-s);
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
    align-items: center;
  }
  .bulk .hint {
    flex: 1;
  }
  .hint {
    margin: 0;
    color: var(--_color-text-muted);
  }
  .members {
    flex: 1 1 auto;
    min-block-size: 56px;
    max-block-size: 280px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .member {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 28px;
    padding-inline: var(--_space-2);
    cursor: pointer;
  }
  .member:hover {
    background: var(--_color-surface-subtle);
  }
  .member input {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    margin: 0;
    accent-color: var(--_color-accent);
  }
  .acts {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space-3);
  }
`;
