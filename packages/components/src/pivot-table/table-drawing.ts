import type { Layout } from '../pivot/layout.ts';
import type { Annotations } from './annotations.ts';
import { ColumnWidths } from './column-widths.ts';
import type { Frame } from './frame.ts';
import { geometryOf, type Measurements } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import { adoptStyles } from './late-annotations.ts';
import { isCurrent, measure } from './measurements.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';
import type { TableInfo } from './table-info.ts';
import type { TableWords } from './table-words.ts';

/** What is drawn. */
export interface Drawn {
  readonly layout: Layout;
  readonly info: TableInfo;
  readonly words: TableWords;
  readonly texts: PivotTableTexts;
  readonly annotations: Annotations | null;
}

/** Draws a table as wide as its place, its type and its reader's wishes make it, and hears when those change. */
export class TableDrawing {
  readonly #scroller: HTMLElement;
  readonly #probe: HTMLElement;
  readonly #view: GridView;
  readonly #widths = new ColumnWidths();
  readonly #resizes: ResizeObserver;
  #measurements: Measurements | undefined;

  /** @param redraw is asked for when what was measured holds no longer */
  constructor(scroller: HTMLElement, probe: HTMLElement, view: GridView, redraw: () => void) {
    this.#scroller = scroller;
    this.#probe = probe;
    this.#view = view;
    this.#resizes = new ResizeObserver(() => this.#onResize(redraw));
  }

  observe(): void {
    this.#resizes.observe(this.#scroller);
    for (const sample of this.#probe.children) this.#resizes.observe(sample);
  }

  disconnect(): void {
    this.#resizes.disconnect();
  }

  /** Gives a column a width in pixels; 0 for as narrow as its content. */
  setWidth(layout: Layout, column: number, width: number): void {
    this.#widths.set(layout, column, width);
  }

  /** Draws the table, or returns null while it has no size. The observer of its size asks again. */
  draw({ layout, info, words, texts, annotations }: Drawn): Frame | null {
    const view = this.#view;
    if (this.#scroller.hidden) return null;
    const room = (this.#measurements ??= measure(this.#probe, (rowHeight) => view.spread(layout, rowHeight)));
    if (room.viewport === 0) {
      this.#measurements = undefined;
      return null;
    }
    if (annotations) adoptStyles(this.#scroller.getRootNode() as ShadowRoot, annotations);
    const geometry = geometryOf({ layout, info, words, annotations, widths: this.#widths, room });
    this.#scroller.style.setProperty('--_mark', `${room.mark.width(texts.suppressedMark)}px`);
    return { layout, geometry, words, info, texts, annotations };
  }

  /** Another width, another font or a reader's own spacing: everything is measured and drawn again. */
  #onResize(redraw: () => void): void {
    const { clientWidth, clientHeight } = this.#scroller;
    // Out of sight: what was measured holds when it comes back.
    if (clientWidth === 0) return;
    const known = this.#measurements;
    this.#view.resized(clientWidth, clientHeight);
    if (known?.viewport === clientWidth && isCurrent(known, this.#probe)) return;
    this.#measurements = undefined;
    redraw();
  }
}
