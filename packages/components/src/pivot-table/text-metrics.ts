/** Widths of characters by font, shared by all tables on the page. */
const known = new Map<string, Map<string, number>>();
let context: CanvasRenderingContext2D | undefined;

/**
 * Widths of text in one font, added up from the widths of its characters. Each character is measured once;
 * thousands of labels cost no layout. Kerning, which mostly draws letters together, is left out: text comes
 * out a little too wide rather than clipped.
 */
export class TextMetrics {
  readonly #font: string;
  readonly #widths: Map<string, number>;
  readonly #letterSpacing: number;
  readonly #wordSpacing: number;

  /**
   * @param style computed style of an element in the font
   * @param digit width of a digit there; tabular figures are something a canvas does not know
   */
  constructor(style: CSSStyleDeclaration, digit: number) {
    this.#font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    // A reader's own spacing (WCAG 1.4.12) is part of the width.
    this.#letterSpacing = Number.parseFloat(style.letterSpacing) || 0;
    this.#wordSpacing = Number.parseFloat(style.wordSpacing) || 0;
    const key = [this.#font, this.#letterSpacing, this.#wordSpacing, digit].join();
    let widths = known.get(key);
    if (!widths) {
      widths = new Map(Array.from('0123456789', (figure) => [figure, digit]));
      known.set(key, widths);
    }
    this.#widths = widths;
  }

  width(text: string): number {
    let width = 0;
    for (const character of text) {
      let own = this.#widths.get(character);
      if (own === undefined) this.#widths.set(character, (own = this.#measure(character)));
      width += own;
    }
    return width;
  }

  #measure(character: string): number {
    context ??= document.createElement('canvas').getContext('2d')!;
    context.font = this.#font;
    const spacing = this.#letterSpacing + (/\s/.test(character) ? this.#wordSpacing : 0);
    return context.measureText(character).width + spacing;
  }
}
