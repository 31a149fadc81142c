import type { CellSet, Language, Status } from '@datakube/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { ExpandChangeEvent } from '../events/expand-change-event.ts';
import { SortChangeEvent } from '../events/sort-change-event.ts';
import { TableRequestEvent } from '../events/table-request-event.ts';
import { HiddenValues } from '../explanation/hidden-values.ts';
import type { Labels } from '../pivot/label.ts';
import { layOut, type Layout, type LayoutOptions, type Sort } from '../pivot/layout.ts';
import type { NodeKey } from '../pivot/node-key.ts';
import type { Openable } from '../pivot/openable.ts';
import type { Selection } from '../pivot/selection.ts';
import type { Shading } from '../pivot/shading.ts';
import { shownStatuses } from '../pivot/shown-statuses.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import type { Annotations } from './annotations.ts';
import type { Fold } from './folding.ts';
import { gridStyles } from './grid.styles.ts';
import type { Frame } from './frame.ts';
import type { GridInput } from './grid-input.ts';
import { GridView } from './grid-view.ts';
import { annotationsOf, type OwnMember } from './late-annotations.ts';
import { paintedProperties, properties } from './pivot-table.properties.ts';
import { pivotTableStyles } from './pivot-table.styles.ts';
import { texts, type PivotTableTexts } from './pivot-table.texts.ts';
import { selectEvent } from './selected-cell.ts';
import { TableDrawing } from './table-drawing.ts';
import { legend, statusLine } from './table-foot.ts';
import { skeleton, staleNotice, tableLabel, tableRegion } from './table-frame.ts';
import type { TableOffers } from './table-offers.ts';
import { TableTools } from './table-tools.ts';
import type { ToolHost } from './tools/tool-host.ts';
import { TableInfo, type DimensionInfo, type MeasureInfo } from './table-info.ts';
import { tableWords } from './table-words.ts';

/** How long the old table stays before a skeleton takes its place. */
const patience = 300;

/**
 * Shows a cell set as a table: headers that stay in sight, members that fold, rows that sort, and a mark
 * for every value that is hidden. Only what is in sight is in the document, so 392,000 cells are no heavier
 * than a screenful. It never calculates a value.
 *
 * @summary A protected table, by mouse, keyboard and screen reader.
 *
 * @example
 * ```ts
 * const table = document.querySelector('datakube-pivot-table');
 * table.measureInfo = cube.measures;
 * table.dimensionInfo = cube.dimensions;
 * table.cellSet = await client.query(cube.id, query);
 * ```
 *
 * @fires datakube-cell-select - The user selects a cell or a block of cells.
 * @fires datakube-sort-change - The user sorts the rows.
 * @fires datakube-expand-change - The user folds a member's children away or out.
 * @fires datakube-table-request - The user asks for what the page offers; see `offers`.
 * @fires datakube-declaration-request - The user asks what the declaration says of hidden values.
 * @slot stale - Buttons beside the words that newer numbers are ready.
 * @csspart scroller - The region that scrolls.
 * @csspart grid - The table itself.
 * @csspart column-header - A column header.
 * @csspart corner - The header of the row headers.
 * @csspart row - A row.
 * @csspart row-header - A row header.
 * @csspart cell - A cell.
 * @csspart legend - The marks that occur.
 * @csspart footnotes - What is to be known of single members and measures.
 * @csspart status - The line below the table.
 * @cssprop [--datakube-pivot-table-max-height=min(70vh, 640px)] - How tall the table grows before it scrolls.
 */
export class DatakubePivotTable extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override properties = properties;
  static override styles = [base, besideNumbers, gridStyles, pivotTableStyles];

  /** The answer to show. Null shows that there is nothing yet. */
  cellSet: CellSet | null = null;
  /** Which measures to show, in order. All of the answer's where left out. */
  measures: readonly string[] | undefined = undefined;
  /** Names, units and decimals of the measures. A cube's own measures fit. */
  measureInfo: readonly MeasureInfo[] = [];
  /** Names of dimensions and levels. A cube's own dimensions fit. */
  dimensionInfo: readonly DimensionInfo[] = [];
  /** Where totals stand on rows and on columns. Default: before the members on rows, after them on columns. */
  totals: NonNullable<LayoutOptions['totals']> = {};
  /** Shows the answer's rows as columns and its columns as rows. */
  swapped = false;
  /** Where members stand in relation to their children, on rows and on columns. Default: before them. */
  subtotals: NonNullable<LayoutOptions['subtotals']> = {};
  /**
   * Below the members of which levels more can be asked for. They get a button, and pressing it fires
   * `datakube-table-request`. Default none: the table shows what it was given.
   */
  openable: Openable | null = null;
  /** What of members is written, and sorted by: `name`, `code` or `both`. */
  labels: Labels = 'name';
  /** Decimals of measures, where they are not to be those of `measureInfo`. */
  decimals: Readonly<Record<string, number>> = {};
  /** Measures whose numbers are shaded by their size, as `heat` or as `bars`. A hidden value never is. */
  shading: Readonly<Record<string, Shading>> = {};
  /**
   * Draws the course of the first measure in each row header, where a dimension of time is on the columns: from the least
   * to the greatest number of its own row, with gaps for what is hidden. It says courses,
   * not sizes. None where headers are too narrow for it.
   */
  sparklines = false;
  /** Members that are the reader's own, as their municipality. They get a mark. */
  own: readonly OwnMember[] = [];
  /** The members whose children are folded away, e.g. `residence:1081`. The user's folding changes it. */
  collapsed: readonly NodeKey[] = [];
  /** How the rows are sorted. The user's sorting changes it. */
  sort: Sort | null = null;
  /** What the page can do when it is asked by `datakube-table-request`. Default: nothing. */
  offers: TableOffers = {};
  /** Turns off the keys that are a character alone: `?` for the key help, and letters that find a row. */
  withoutSingleKeys = false;
  /** The accessible name. Default: measures and dimensions, `Tabel: Borgere efter bopæl og tid`. */
  label = '';
  /** Numbers are on their way. */
  loading = false;
  /** Leaves out sources and the mark of synthetic data, for a page that tells them beside the table. */
  withoutSource = false;
  /** Newer numbers are ready; the table goes on showing these. */
  stale = false;

  private _impatient = false;
  /** What became of copying; empty when something else was selected since. */
  private _copied = '';

  readonly #language = new LanguageController(this);
  readonly #hidden = new HiddenValues(this, () => this.#language.language);
  #layout: Layout | null = null;
  #outdated = false;
  /** True where the table had focus before it was drawn. */
  #held = false;
  #spoken: PivotTableTexts | undefined;
  #statuses: readonly Status[] = [];
  #info = new TableInfo('da', [], [], {});
  #annotations: Annotations | null = null;
  readonly #tools = new TableTools(
    () => this.#toolHost(),
    () => this.withoutSingleKeys,
    (loading) => (this.#coming = Promise.all([this.#coming, loading])),
  );
  #coming: Promise<unknown> = Promise.resolve();
  #view: GridView | undefined;
  #input: GridInput | undefined;
  #frame: Frame | undefined;
  #drawing: TableDrawing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ThemeController(this);
  }

  /** The table as laid out now, or null where there is none. Positions and order only; see the pivot model. */
  get layout(): Layout | null {
    return this.#layout;
  }

  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroller')!;
  }

  get #texts(): PivotTableTexts {
    return texts[this.#language.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drawing?.observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drawing?.disconnect();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('loading')) this.#wait();
    this.#held = this.#view?.focused === true || this.#standIn?.matches(':focus') === true;
    const language = this.#language.language;
    this.#outdated ||= this.#texts !== this.#spoken || paintedProperties.some((name) => changed.has(name));
    if (!this.#outdated) return;
    this.#spoken = this.#texts;
    this.#info = new TableInfo(language, this.measureInfo, this.dimensionInfo, this.decimals);
    const { cellSet, measures, swapped, totals, subtotals, openable, labels, sort } = this;
    const collapsed = new Set(this.collapsed);
    const options = { measures, swapped, totals, subtotals, collapsed, openable, labels, sort, language };
    this.#layout = cellSet && layOut(cellSet, options);
    if (this.#layout) this.#view?.settle(this.#layout);
    this.#statuses = this.#layout ? shownStatuses(this.#layout) : [];
    this.#annotations = this.#layout && this.#annotate(this.#layout, language);
  }

  protected override render(): TemplateResult {
    const layout = this.#layout;
    const shown = layout !== null && layout.rowCount > 0 && layout.columnCount > 0;
    const waits = this.loading && (this._impatient || !shown);
    const visible = shown && !waits;
    const label = this.label || (layout ? tableLabel(layout, this.#texts, this.#info) : '');
    return html`
      <div class="frame">
        ${this.stale && layout ? staleNotice(layout.cellSet, this.#texts) : nothing}
        ${waits ? skeleton(this.#texts) : nothing}
        ${!waits && layout && !shown ? html`<p class="empty" role="status" tabindex="-1">${this.#texts.empty}</p>` : nothing}
        ${tableRegion(label, this.loading, !visible, this.#onScroll)}
        <div class="explanation-place"></div>
        <div class="tool-place"></div>
        ${visible ? legend(this.#statuses, this.#texts, this.#annotations, this.#hidden.button) : nothing}
        ${
          visible
            ? statusLine(
                layout,
                this.#statuses,
                this.#view?.selection ?? null,
                this._copied,
                this.withoutSource,
                this.#texts,
                this.#language.language,
              )
            : nothing
        }
      </div>
    `;
  }

  protected override firstUpdated(): void {
    const element = (name: string): HTMLElement => this.renderRoot.querySelector<HTMLElement>(`.${name}`)!;
    const grid = element('grid');
    this.#view = new GridView({
      scroller: this.#scroller,
      grid,
      head: element('head'),
      body: element('body'),
      marquee: element('marquee'),
    });
    for (const type of ['keydown', 'pointerdown', 'pointerover', 'click'] as const) {
      grid.addEventListener(type, this.#hidden[type] as EventListener);
    }
    const actions = { sort: this.#onSort, fold: this.#onFold, selected: this.#onSelected };
    this.#tools.listen(grid, this.#view, actions, (input) => {
      this.#input = input;
      if (this.#frame) input.show(this.#frame);
    });
    element('head').addEventListener('pointerover', this.#onPointed, { once: true });
    this.#drawing = new TableDrawing(this.#scroller, element('probe'), this.#view, () => this.#paint());
    this.#drawing.observe();
  }

  protected override updated(): void {
    if (this.#outdated) this.#paint();
    // Focus goes to what stands in for the table, and back.
    if (!this.#held) return;
    if (this.#scroller.hidden) this.#standIn?.focus();
    else if (!this.#view!.focused) this.#view!.focus();
  }

  /** Resolves when what the table has need of is loaded and drawn, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#coming;
    return super.getUpdateComplete();
  }

  /**
   * Makes a column wider, or narrower where `by` is less than zero; its numbers are never cut. The width stays
   * with the column when the table is sorted, folded or answered again.
   *
   * @param column counted from 0; row headers from −1 downwards, towards the start of the line
   * @param by pixels
   */
  resizeColumn(column: number, by: number): void {
    const width = this.#view?.columnWidth(column);
    if (width) this.#setWidth(column, width + by);
  }

  /** Makes a column as narrow as its content allows. */
  fitColumn(column: number): void {
    this.#setWidth(column, 0);
  }

  #setWidth(column: number, width: number): void {
    if (!this.#layout) return;
    this.#drawing?.setWidth(this.#layout, column, width);
    this.#paint();
  }

  #annotate(layout: Layout, language: Language): Annotations | null {
    const { own, shading, sparklines } = this;
    return annotationsOf(
      { layout, info: this.#info, texts: this.#texts, language, own, shading, sparklines },
      (loading) => {
        const drawn = (): void => this.requestUpdate('cellSet');
        // A page that took one file without the others still has its numbers, and the words for hidden ones.
        this.#coming = Promise.all([this.#coming, loading.then(drawn, () => {})]);
      },
    );
  }

  /** What says that numbers are on their way, or that there are none. */
  get #standIn(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.skeleton, .empty');
  }

  /** Draws the layout. Waits until the table has a size. */
  #paint(): void {
    const layout = this.#layout;
    if (!layout || layout.rowCount === 0 || layout.columnCount === 0) return;
    const [info, texts, annotations] = [this.#info, this.#texts, this.#annotations];
    const words = tableWords(layout.measures, info, texts, this.#language.language);
    const frame = this.#drawing?.draw({ layout, info, words, texts, annotations });
    if (!frame) return;
    this.#outdated = false;
    this.#frame = frame;
    this.#input?.show(frame);
    this.#view?.show(frame);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this._impatient = false;
    if (this.loading) this.#timer = setTimeout(() => (this._impatient = true), patience);
  }

  /** What drags the edges of columns comes with the first pointer that could. */
  readonly #onPointed = (event: Event): void => {
    const head = event.currentTarget as HTMLElement;
    import('./column-resizer.ts').then(
      ({ resizeByPointer }) =>
        resizeByPointer(head.parentElement!, head, this.#view!, {
          layout: () => this.#layout,
          setWidth: (column, width) => this.#setWidth(column, width),
        }),
      () => {},
    );
  };

  readonly #onScroll = (): void => this.#view?.scrolled();

  /** The table as what opens over it knows it; null while nothing is drawn. */
  #toolHost(): ToolHost | null {
    const view = this.#view;
    const input = this.#input;
    const frame = this.#frame;
    if (!view || !input || !frame) return null;
    return {
      table: this,
      frame,
      view,
      input,
      actions: { sort: this.#onSort, fold: this.#onFold },
      place: this.renderRoot.querySelector<HTMLElement>('.tool-place')!,
      language: this.#language.language,
      onCopied: (copied) => (this._copied = copied ? this.#texts.copied : this.#texts.notCopied),
      explain: (value) => this.#hidden.explain(value),
    };
  }

  readonly #onSort = (sort: Sort | null): void => {
    this.sort = sort;
    this.dispatchEvent(new SortChangeEvent(sort));
  };

  readonly #onFold = ({ key, expanded, request }: Fold): void => {
    if (request) {
      const { dimension, level, code } = request;
      this.dispatchEvent(new TableRequestEvent({ kind: 'open', dimension, level, member: code, open: true }));
      return;
    }
    this.collapsed = expanded ? [...this.collapsed, key] : this.collapsed.filter((each) => each !== key);
    this.dispatchEvent(new ExpandChangeEvent(key, !expanded, this.collapsed));
  };

  readonly #onSelected = (selection: Selection): void => {
    this._copied = '';
    this.requestUpdate();
    this.dispatchEvent(selectEvent(this.#layout!, selection));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-pivot-table': DatakubePivotTable;
  }
}
