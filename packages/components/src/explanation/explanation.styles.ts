/** The tokens come from the element whose shadow root the explanation stands in. */
export const styles = `
  .explanation {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: min(320px, 100vw - 8px);
    margin: 0;
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    overflow: auto;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    box-shadow: var(--_shadow-menu);
    color: var(--_color-text);
    font-family: var(--_font);
    font-size: var(--_text-s);
    line-height: var(--_line);
    text-align: start;
    white-space: normal;
  }
  .explanation header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
  }
  .explanation strong {
    font-weight: var(--_weight-strong);
  }
  .explanation p {
    margin: var(--_space-2) 0 0;
  }
  .explanation button {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_color-accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .explanation .close {
    flex: none;
    inline-size: 24px;
    color: inherit;
    font-size: var(--_text-l);
    line-height: 1;
    text-align: center;
    text-decoration: none;
  }
  .explanation .declared {
    padding-inline-start: var(--_space-3);
    border-inline-start: 2px solid var(--_color-line-strong);
  }
  .explanation:focus-visible {
    outline-offset: -3px;
  }
  .explanation [hidden] {
    display: none;
  }
`;
