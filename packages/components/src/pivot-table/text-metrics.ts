/**
 * Widths of text in one font, added up from the widths of its characters. Each character is measured once;
 * thousands of labels cost no layout. Kerning, which mostly draws letters together, is left out: text comes
 * out a little too wide rather than clipped.
 */
export class TextMetrics {
  readonly #context: CanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();
  readonly #letterSpacing: number;
  readonly #wordSpacing: number;

  /**
   * @param style computed style of an element in the font
   * @param digit width of a digit there; tabular figures are something a canvas does not know
   */
  constructor(style: CSSStyleDeclaration, digit: number) {
    this.#context = document.createElement('canvas').getContext('2d')!;
    this.#context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    // A reader's own spacing (WCAG 1.4.12) is part of the width.
    this.#letterSpacing = Number.parseFloat(style.letterSpacing) || 0;
    this.#wordSpacing = Number.parseFloat(style.wordSpacing) || 0;
    for (const figure of '0123456789') this.#widths.set(figure, digit);
  }

  width(text: string): number {
    let width = 0;
    for (const character of text) {
      let own = this.#widths.get(character);
      if (own === undefined) {
        own = this.#context.measureText(character).width + this.#letterSpacing;
        if (/\s/.test(character)) own += this.#wordSpacing;
        this.#widths.set(character, own);
      }
      width += own;
    }
    return width;
  }
}
