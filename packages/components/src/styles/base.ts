import { css, type CSSResult } from 'lit';
import { tokens } from './tokens.ts';

/**
 * What every element begins with: tokens, box model, type, the one focus ring, and words only for listeners.
 *
 * What is inherited from the page is set so that no rule of the page for `*` or for the element can change
 * it: type and colours come through the tokens. Two things pass on purpose, `letter-spacing` and
 * `word-spacing`, for readers who set them. The box of the element itself belongs to the page.
 */
export const base: CSSResult = css`
  ${tokens}
  :host {
    display: block;
    box-sizing: border-box;
    direction: ltr !important;
    font-family: var(--_font) !important;
    font-size: var(--_text-m) !important;
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: 400 !important;
    line-height: var(--_line) !important;
    color: var(--_color-text) !important;
    -webkit-text-fill-color: currentcolor !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: var(--_focus-offset);
  }
  .icon {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .grip {
    stroke-width: 2.5;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
