import { css, unsafeCSS, type CSSResult } from 'lit';

/**
 * Takes tools away, turn by turn, where the bar would need a second line.
 *
 * @param widths of the bar, in letters' height, at which each turn goes: what is left must fit in either language,
 *   with a little to spare for other fonts
 */
function room(view: 'table' | 'chart', widths: readonly number[]): CSSResult {
  const rules = widths.map(
    (width, at) => `@container (max-width: ${width}em) {
      .${view} .turn-${at + 1} { display: none; }
      .${view} .more { display: inline-flex; }
    }`,
  );
  return unsafeCSS(rules.join(''));
}

export const styles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: var(--_space-3) var(--_space-5);
    border-block: 1px solid var(--_color-line);
    background: var(--_color-surface-subtle);
  }
  .button {
    gap: 6px;
    padding: 0 10px;
  }
  .button.icon-only {
    padding: 0;
  }
  .quiet[aria-disabled='true'] .icon {
    opacity: 0.55;
  }
  .segments {
    display: inline-flex;
  }
  .segments .button {
    margin-inline-start: -1px;
    border-radius: 0;
  }
  .segments .button:first-child {
    margin: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .segments .button:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .segments .button[aria-pressed='true'] {
    position: relative;
    z-index: 1;
    font-weight: var(--_weight-strong);
  }
  .button:focus-visible {
    position: relative;
    z-index: 2;
  }
  .line {
    inline-size: 1px;
    block-size: 20px;
    margin: 0 var(--_space-2);
    background: var(--_color-line);
  }
  .gap {
    flex: 1;
  }
  .more {
    display: none;
  }
  ${room('table', [82, 74, 66, 56, 51, 42])}
  ${room('chart', [85, 76, 76, 66, 61, 53, 37])}
  @container (max-width: 620px) {
    .toolbar {
      gap: var(--_space-2);
      padding: var(--_space-3);
    }
    .line,
    .word {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
