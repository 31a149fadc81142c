import type { CellSet, Language, Status } from '@datakube/contract';
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { CellSelectEvent } from '../events/cell-select-event.ts';
import { ExpandChangeEvent } from '../events/expand-change-event.ts';
import { SortChangeEvent } from '../events/sort-change-event.ts';
import { TableRequestEvent } from '../events/table-request-event.ts';
import { HiddenValues } from '../explanation/hidden-values.ts';
import { formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import { columnTuple, measureIndex, rowTuple, statusAt, valueAt } from '../pivot/cell.ts';
import type { Labels } from '../pivot/label.ts';
import { layOut, type Layout, type LayoutOptions, type Sort } from '../pivot/layout.ts';
import type { NodeKey } from '../pivot/node-key.ts';
import type { Openable } from '../pivot/openable.ts';
import { selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
import { shownStatuses } from '../pivot/shown-statuses.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import type { Annotations } from './annotations.ts';
import { ColumnWidths } from './column-widths.ts';
import type { Fold } from './folding.ts';
import { geometryOf, type Measurements } from './geometry.ts';
import { gridStyles } from './grid.styles.ts';
import { GridInput } from './grid-input.ts';
import { GridView } from './grid-view.ts';
import { adoptStyles, annotationsOf, type OwnMember, type Shading } from './late-annotations.ts';
import { isCurrent, measure } from './measurements.ts';
import { pivotTableStyles } from './pivot-table.styles.ts';
import { texts, type PivotTableTexts } from './pivot-table.texts.ts';
import { legend, skeleton, statusLine, tableLabel } from './table-frame.ts';
import type { TableOffers } from './table-offers.ts';
import { TableTools } from './table-tools.ts';
import type { ToolHost } from './tools/tool-host.ts';
import { TableInfo, type DimensionInfo, type MeasureInfo } from './table-info.ts';
import { tableWords } from './table-words.ts';

const paintedProperties = [
  'cellSet',
  'measures',
  'measureInfo',
  'dimensionInfo',
  'swapped',
  'totals',
  'subtotals',
  'collapsed',
  'openable',
  'labels',
  'decimals',
  'shading',
  'own',
  'sort',
] as const;

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
 * @csspart status - The line below the table.
 * @cssprop [--datakube-pivot-table-max-height=min(70vh, 640px)] - How tall the table grows before it scrolls.
 */
export class DatakubePivotTable extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  // Not by decorators: they weigh more than the rest of what they stand before.
  static override properties = {
    cellSet: { attribute: false },
    measures: { attribute: false },
    measureInfo: { attribute: false },
    dimensionInfo: { attribute: false },
    totals: { attribute: false },
    swapped: { type: Boolean },
    subtotals: { attribute: false },
    openable: { attribute: false },
    labels: {},
    decimals: { attribute: false },
    shading: { attribute: false },
    own: { attribute: false },
    collapsed: { attribute: false },
    sort: { attribute: false },
    offers: { attribute: false },
    withoutSingleKeys: { type: Boolean, attribute: 'without-single-keys' },
    label: {},
    loading: { type: Boolean },
    withoutSource: { type: Boolean, attribute: 'without-source' },
    stale: { type: Boolean },
    _impatient: { state: true },
    _copied: { state: true },
  } satisfies PropertyDeclarations;
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
    (loading) => (this.#coming = Promise.all([this.#coming, loading])),
  );
  readonly #widths = new ColumnWidths();
  #coming: Promise<unknown> = Promise.resolve();
  #view: GridView | undefined;
  #input: GridInput | undefined;
  #measurements: Measurements | undefined;
  #resizes: ResizeObserver | undefined;
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

  get #probe(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.probe')!;
  }

  get #texts(): PivotTableTexts {
    return texts[this.#language.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes?.disconnect();
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
    this.#layout =
      this.cellSet &&
      layOut(this.cellSet, {
        measures: this.measures,
        swapped: this.swapped,
        totals: this.totals,
        subtotals: this.subtotals,
        collapsed: new Set(this.collapsed),
        openable: this.openable,
        labels: this.labels,
        sort: this.sort,
        language,
      });
    if (this.#layout) this.#view?.settle(this.#layout);
    this.#statuses = this.#layout ? shownStatuses(this.#layout) : [];
    this.#annotations = this.#layout && this.#annotate(this.#layout, language);
  }

  protected override render(): TemplateResult {
    const layout = this.#layout;
    const shown = layout !== null && layout.rowCount > 0 && layout.columnCount > 0;
    const waits = this.loading && (this._impatient || !shown);
    const visible = shown && !waits;
    return html`
      <div class="frame">
        ${this.stale && layout ? this.#staleNotice(layout) : nothing}
        ${waits ? skeleton(this.#texts) : nothing}
        ${!waits && layout && !shown ? html`<p class="empty" role="status" tabindex="-1">${this.#texts.empty}</p>` : nothing}
        <div class="scroller" part="scroller" ?hidden=${!visible} @scroll=${this.#onScroll}>
          <div
            class="grid"
            part="grid"
            role="grid"
            aria-multiselectable="true"
            aria-label=${this.#label(layout)}
            aria-busy=${this.loading ? 'true' : 'false'}
          >
            <div class="head" role="rowgroup"></div>
            <div class="body" role="rowgroup"></div>
            <div class="marquee" aria-hidden="true" hidden></div>
          </div>
          <div class="probe" aria-hidden="true">
            <span class="strong">0000000000</span><span class="mark">0000000000</span>
            <div class="track"></div>
            <div class="stub-width"></div>
            <div class="indent"></div>
          </div>
        </div>
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
    const input = new GridInput(this.#view, {
      sort: this.#onSort,
      fold: this.#onFold,
      selected: this.#onSelected,
      tool: (kind) => this.#tools.open(kind === 'menu' ? { kind, beside: null } : { kind, typed: '' }),
      typed: (character) => {
        if (!this.withoutSingleKeys) this.#tools.type(character);
        return !this.withoutSingleKeys;
      },
    });
    this.#input = input;
    this.#tools.listen(grid);
    for (const type of ['keydown', 'pointerdown', 'pointerover', 'click'] as const) {
      grid.addEventListener(type, this.#hidden[type] as EventListener);
    }
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'click', 'focusin'] as const) {
      grid.addEventListener(type, input[type] as EventListener);
    }
    element('head').addEventListener('pointerover', this.#onPointed, { once: true });
    this.#observe();
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
    this.#widths.set(this.#layout, column, width);
    this.#paint();
  }

  #annotate(layout: Layout, language: Language): Annotations | null {
    const { own, shading } = this;
    return annotationsOf(
      { layout, info: this.#info, texts: this.#texts, language, own, shading },
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

  #label(layout: Layout | null): string {
    if (this.label || !layout) return this.label;
    return tableLabel(layout, this.#texts, this.#info);
  }

  #staleNotice({ cellSet }: Layout): TemplateResult {
    return html`<div class="notice" part="notice">
      <span>${fill(this.#texts.stale, { release: formatRelease(cellSet.release) })}</span
      ><slot name="stale"></slot>
    </div>`;
  }

  /** Draws the layout. Waits until the table has a size; the observer of its size calls again. */
  #paint(): void {
    const layout = this.#layout;
    const view = this.#view;
    if (!layout || !view || layout.rowCount === 0 || layout.columnCount === 0 || this.#scroller.hidden)
      return;
    this.#measurements ??= measure(this.#probe, (rowHeight) => view.spread(layout, rowHeight));
    if (this.#measurements.viewport === 0) {
      this.#measurements = undefined;
      return;
    }
    this.#outdated = false;
    const words = tableWords(layout.measures, this.#info, this.#texts, this.#language.language);
    const annotations = this.#annotations;
    if (annotations) adoptStyles(this.renderRoot as ShadowRoot, annotations);
    const geometry = geometryOf({
      layout,
      info: this.#info,
      words,
      annotations,
      widths: this.#widths,
      room: this.#measurements,
    });
    this.#scroller.style.setProperty(
      '--_mark',
      `${this.#measurements.mark.width(this.#texts.suppressedMark)}px`,
    );
    const frame = { layout, geometry, words, info: this.#info, texts: this.#texts, annotations };
    this.#input?.show(frame);
    view.show(frame);
  }

  #observe(): void {
    this.#resizes = new ResizeObserver(() => this.#onResize());
    this.#resizes.observe(this.#scroller);
    for (const sample of this.#probe.children) this.#resizes.observe(sample);
  }

  /** Another width, another font or a reader's own spacing: everything is measured and drawn again. */
  #onResize(): void {
    const { clientWidth, clientHeight } = this.#scroller;
    // Out of sight: what was measured holds when it comes back.
    if (clientWidth === 0) return;
    const known = this.#measurements;
    if (known && known.viewport === clientWidth && isCurrent(known, this.#probe)) {
      this.#view?.resized(clientWidth, clientHeight);
      return;
    }
    this.#measurements = undefined;
    this.#view?.resized(clientWidth, clientHeight);
    this.#paint();
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
    const frame = input?.frame;
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
    const layout = this.#layout!;
    this._copied = '';
    this.requestUpdate();
    const rows = selectedRows(selection);
    const columns = selectedColumns(selection);
    const value = valueAt(layout, selection.row, selection.column);
    const cell = {
      measure: layout.measures[measureIndex(layout, selection.column)]!,
      row: rowTuple(layout, selection.row),
      column: columnTuple(layout, selection.column),
      status: statusAt(layout, selection.row, selection.column),
      value: Number.isNaN(value) ? null : value,
    };
    this.dispatchEvent(new CellSelectEvent(cell, rows.end - rows.first, columns.end - columns.first));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-pivot-table': DatakubePivotTable;
  }
}
