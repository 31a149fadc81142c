import { css, type CSSResult } from 'lit';

/** A sparkline stands at the end of its header, and keeps its size where the label is cut. */
export const sparkStyles: CSSResult = css`
  .stub > .datakube-sparkline {
    margin-inline-start: auto;
  }
`;
