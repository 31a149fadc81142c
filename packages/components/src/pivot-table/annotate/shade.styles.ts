import { css, type CSSResult } from 'lit';

/** The steps are those of charts. Each has a text colour of its own, and an outline that tells the lightest from the ground. */
export const shadeStyles: CSSResult = css`
  [data-shade='1'] {
    background-color: var(--datakube-sequential-1, light-dark(#e4f0fe, #00325f));
    color: var(--datakube-on-sequential-1, light-dark(#1b1f23, #ffffff));
  }
  [data-shade='2'] {
    background-color: var(--datakube-sequential-2, light-dark(#afd3fd, #004986));
    color: var(--datakube-on-sequential-2, light-dark(#1b1f23, #ffffff));
  }
  [data-shade='3'] {
    background-color: var(--datakube-sequential-3, light-dark(#71abeb, #2665a4));
    color: var(--datakube-on-sequential-3, light-dark(#1b1f23, #ffffff));
  }
  [data-shade='4'] {
    background-color: var(--datakube-sequential-4, light-dark(#326fb0, #64a2e6));
    color: var(--datakube-on-sequential-4, light-dark(#ffffff, #0d1720));
  }
  [data-shade='5'] {
    background-color: var(--datakube-sequential-5, light-dark(#03437c, #b2d5fd));
    color: var(--datakube-on-sequential-5, light-dark(#ffffff, #0d1720));
  }
  .cell[data-shade]:not([data-shade='bar']) {
    box-shadow: inset 0 0 0 1px var(--datakube-chart-outline, light-dark(#767f88, #7f8993));
  }
  .cell[data-shade] {
    background-clip: padding-box;
  }
  .cell[data-shade]::before {
    color: inherit;
  }
  [data-shade='bar'] {
    background-image: linear-gradient(var(--datakube-sequential-2, light-dark(#afd3fd, #004986)) 0 0);
    background-repeat: no-repeat;
    background-position: var(--_at) 50%;
    background-size: var(--_long) 70%;
  }
  .legend .swatch[data-shade] {
    background-repeat: no-repeat;
  }
  .legend .swatch:not([data-shade='bar'])[data-shade] {
    background-image: none;
  }
  .legend .heat,
  .legend .heat > span {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  .legend .heat > span {
    gap: 4px;
  }
  .heat .swatch {
    inline-size: 18px;
  }
  @media (forced-colors: active) {
    .cell[data-shade] {
      background: none;
      box-shadow: none;
      color: CanvasText;
    }
    .legend li:has([data-shade]) {
      display: none;
    }
  }
  @media print {
    [data-shade] {
      print-color-adjust: exact;
    }
  }
`;
