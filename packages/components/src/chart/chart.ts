import type { Annotation, Reference } from '@datakube/charts';
import type { CellSet, ChartType, Cube, Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { ChartTypeChangeEvent } from '../events/chart-type-change-event.ts';
import { HiddenValues } from '../explanation/hidden-values.ts';
import { whyButton } from '../explanation/why-button.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import { ChartLoader, type Ready } from './chart-loader.ts';
import type { ChartRequest, OwnMember } from './chart-request.ts';
import { styles } from './chart.styles.ts';
import { texts } from './chart.texts.ts';
import type { ChartOption } from './choices.ts';
import type { ChartGeometry } from './geometry/chart-geometry.ts';
import { legendTemplate } from './legend-template.ts';
import { MarkController, type MarkHost } from './mark-controller.ts';
import { placeTip } from './place-tip.ts';
import { refusalTemplate } from './refusal-template.ts';
import { tableTemplate } from './table-template.ts';
import { textMeasure } from './text-measure.ts';
import type { PictureFormat } from './picture/save-picture.ts';
import { toolsTemplate, type ChartTools } from './tools-template.ts';
import { waitingTemplate } from './waiting-template.ts';
import { WidthController } from './width-controller.ts';

/**
 * A chart of a cell set: title, one sentence, the same values as a table, legend and source. A hidden value
 * is hatch of fixed size and has no height; axes and shades are made from the values that are shown alone.
 *
 * A kind of chart that would mislead is not drawn: the reason stands in its place, with the one that suits and the
 * table one press away. Give `cube` for that to be judged from the definition and not from the shape alone.
 *
 * @summary Charts of all kinds over an answer, with hidden values as hidden.
 *
 * @example
 * ```ts
 * const chart = document.querySelector('datakube-chart');
 * chart.cube = await client.cube('sundhedsdata-paa-tvaers');
 * chart.cellSet = await client.query('sundhedsdata-paa-tvaers', query);
 * ```
 *
 * @fires {ChartTypeChangeEvent} datakube-chart-type-change - The user chooses another kind of chart.
 * @fires datakube-declaration-request - The user asks what the declaration says of hidden values.
 *
 * @csspart figure - The frame around everything.
 * @csspart title - The title.
 * @csspart plot - The drawing, or the table in its place.
 * @csspart source - Source, release and date.
 */
export class DatakubeChart extends LitElement implements MarkHost {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = [base, controls, besideNumbers, styles];

  /** The answer that is drawn. Nothing is drawn without one. */
  @property({ attribute: false }) cellSet: CellSet | null = null;
  /** Definition of the cube: names, units, decimals, what adds up, and when the release was published. */
  @property({ attribute: false }) cube: Cube | null = null;
  /** Which measure is drawn. Default: the first of the cell set. */
  @property() measure = '';
  /** Kind of chart, such as `bar`, `line`, `tile-map`. Default `fitting`: the one that suits the answer. */
  @property() type: ChartType | 'fitting' = 'fitting';
  /** What the chart is about. Default: the name of the measure. */
  @property() heading = '';
  /** Of whom, where, when. Default: the name of the cube, and the one series where there is only one. */
  @property() subtitle = '';
  /** Code of a member to stand out among the others. Default: the one of `own` that is there. */
  @property() highlight = '';
  /** The user's own members, as their municipality. Take them from the capabilities of the environment. */
  @property({ attribute: false }) own: readonly OwnMember[] = [];
  /** Members to compare with, as region and country. They must be in the cell set. Right for rates, rarely for counts. */
  @property({ attribute: false }) references: readonly Reference[] = [];
  /** Remarks at a period, or at a number on the value axis. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];
  /** Borders for `map`, as GeoJSON or TopoJSON. There are none of Datakube's own. */
  @property({ attribute: false }) geometry: ChartGeometry | null = null;
  /** The property of a feature that holds the code of its place. Default: what the map takes by itself. */
  @property({ attribute: 'geometry-key' }) geometryKey = '';
  /** Shows the values as a table in place of the drawing. */
  @property({ type: Boolean, attribute: 'show-table', reflect: true }) showTable = false;
  /** Leaves out the choice of a kind of chart, where the page has one. */
  @property({ type: Boolean, attribute: 'without-type-menu' }) withoutTypeMenu = false;

  /** @internal */
  drawing: SVGSVGElement | null = null;
  /** @internal */
  walk: MarkHost['walk'] = 'down';

  @state() private said = '';
  @query('.frame') private frame!: HTMLElement | null;
  @query('.plot') private plot!: HTMLElement | null;
  @query('.tip') private tip!: HTMLElement | null;
  @query('.button.table') private tableButton!: HTMLElement | null;
  readonly #language = new LanguageController(this);
  readonly #marks = new MarkController(this);
  readonly #loader = new ChartLoader(this);
  readonly #hidden = new HiddenValues(this, () => this.#language.language);
  readonly #width = new WidthController(
    this,
    () => this.frame,
    () => this.plot,
  );
  #ready: Ready | null = null;

  constructor() {
    super();
    new ThemeController(this);
  }

  /** The kinds of chart there are, and why some would mislead over what is shown. Empty until a chart is drawn. */
  get choices(): readonly ChartOption[] {
    const request = this.#request();
    return request && this.#ready ? this.#ready.drawing.choicesOf(request) : [];
  }

  protected override willUpdate(): void {
    const request = this.#request();
    const ready = request && this.#loader.ready(request);
    // What was there stays until another kind of chart is here, and the focus with it.
    this.#ready = ready ?? (request && !this.#loader.failed ? this.#ready : null);
    this.drawing = null;
    if (!request || !ready || this.showTable || ready.choice.misfit || this.#width.width <= 0) return;
    const { chart, drawing } = ready;
    const options = {
      ...drawing.chartOptions(request),
      width: this.#width.width,
      measureText: textMeasure(this),
    };
    this.walk = chart.walk;
    this.drawing = chart(request.cellSet, options);
  }

  /** Settles when the chart is drawn, also where what draws it had to come first. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#loader.coming) return done;
    await this.#loader.coming;
    return super.getUpdateComplete();
  }

  override render(): TemplateResult | typeof nothing {
    const request = this.#request();
    if (!request) return nothing;
    if (this.#ready) return this.#figure(request, this.#ready);
    return waitingTemplate(this.#loader.failed, () => this.#loader.again(), request.language);
  }

  /** Shows the values as a table, or the drawing again. The focus goes to the button that does the same. */
  toggleTable(): void {
    this.showTable = !this.showTable;
    this.tableButton?.focus();
  }

  /**
   * Saves the chart as a file, with title, sentence, legend, source, release and date. A hidden value is no more in
   * it than on the screen. Nothing is saved where no chart is drawn.
   *
   * @returns true where it was saved
   */
  async savePicture(format: PictureFormat): Promise<boolean> {
    const request = this.#request();
    if (!request || !this.#ready || this.#ready.choice.misfit) return false;
    const { heading, subtitle } = this;
    const { savePicture } = await import('./picture/save-picture.ts');
    const picture = { request, ready: this.#ready, heading, subtitle, made: new Date() };
    await savePicture(format, picture, this.renderRoot);
    return true;
  }

  /** Opens the choice of a kind of chart beside a control of the page. */
  async openTypes(beside: HTMLElement): Promise<void> {
    const { openTypeMenu } = await import('./chart-menus.ts');
    openTypeMenu(this.#menuHost(), beside, this.choices, (type) => this.#choose(type));
  }

  /** @internal */
  showTip(mark: SVGElement | null): void {
    if (this.tip && this.plot) placeTip(this.tip, this.plot, mark);
  }

  #request(): ChartRequest | null {
    const { cellSet, cube, measure, type, references, annotations } = this;
    const { highlight, own, geometry, geometryKey } = this;
    const { language } = this.#language;
    if (!cellSet) return null;
    const drawn = { cellSet, cube, measure, type, references, annotations, language };
    return { ...drawn, highlight, own, geometry, geometryKey };
  }

  #figure(request: ChartRequest, ready: Ready): TemplateResult {
    const { cellSet, language } = request;
    const { drawing, chart, choice } = ready;
    const options = drawing.chartOptions(request);
    const title = this.heading || drawing.measureName(request);
    const refused = choice.misfit !== null && !this.showTable;
    const why = whyButton(texts[language].why, this.#hidden.button);
    return html`
      <div class="frame">
        <figure part="figure" aria-labelledby="title">
          <figcaption>
            <div>
              <p class="title" id="title" part="title">${title}</p>
              <p class="subtitle">${this.subtitle || drawing.scope(request, chart)}</p>
            </div>
            ${toolsTemplate(this.#tools(), language, {
              synthetic: cellSet.synthetic,
              showTable: this.showTable,
              drawn: !refused && !this.showTable,
            })}
            ${refused ? nothing : html`<p class="sentence">${chart.describe(cellSet, options)}</p>`}
            ${
              refused
                ? nothing
                : chart.notices(cellSet, options).map((notice) => html`<p class="notice">${notice}</p>`)
            }
          </figcaption>
          <div class="plot" part="plot" @click=${this.#hidden.click} @keydown=${this.#hidden.keydown}>
            ${this.#content(request, ready, title)}
          </div>
          <div class="explanation-place"></div>
          ${refused ? nothing : legendTemplate(chart.legend(cellSet, options), why)}
          <div class="foot" part="source">
            <span>${drawing.source(request)}</span><span>${drawing.release(request)}</span>
          </div>
          <div class="visually-hidden" role="status">${this.said}</div>
        </figure>
      </div>
    `;
  }

  #content(request: ChartRequest, { drawing, chart, choice }: Ready, caption: string): TemplateResult {
    const { cellSet, language } = request;
    const { name, value } = texts[language];
    if (this.showTable) {
      const table = chart.table(cellSet, drawing.chartOptions(request));
      return tableTemplate(table, { caption, name, value });
    }
    if (choice.misfit) {
      const instead = (): void => this.#choose(choice.drawn);
      return refusalTemplate(choice.misfit, language, { instead, table: () => this.toggleTable() });
    }
    const { onPointer, onLeave, onFocus, onKeydown } = this.#marks;
    return html`<div
      class="drawing"
      @pointermove=${onPointer}
      @pointerdown=${onPointer}
      @pointerleave=${onLeave}
      @focusin=${onFocus}
      @focusout=${onLeave}
      @keydown=${onKeydown}
    >
      ${this.drawing}
      <div class="tip" aria-hidden="true" hidden></div>
    </div>`;
  }

  #tools(): ChartTools {
    const beside =
      (open: (button: HTMLElement) => Promise<void>) =>
      (event: Event): void => {
        if (event.currentTarget instanceof HTMLElement) void open(event.currentTarget);
      };
    return {
      table: () => this.toggleTable(),
      types: this.withoutTypeMenu ? null : beside((button) => this.openTypes(button)),
      picture: beside((button) => this.#openPictures(button)),
    };
  }

  async #openPictures(beside: HTMLElement): Promise<void> {
    const { openPictureMenu } = await import('./chart-menus.ts');
    openPictureMenu(this.#menuHost(), beside, (format) => void this.#takePicture(format));
  }

  #menuHost(): { renderRoot: HTMLElement | DocumentFragment; language: Language } {
    return { renderRoot: this.renderRoot, language: this.#language.language };
  }

  #choose(type: ChartType | 'fitting'): void {
    this.type = type;
    this.dispatchEvent(new ChartTypeChangeEvent(type));
    void this.updateComplete.then(() => {
      // The button that was pressed may have gone with the chart that was refused.
      if (this.isConnected && !this.renderRoot.querySelector(':focus')) this.tableButton?.focus();
      // A page that has the choice says what came of it.
      if (!this.withoutTypeMenu) this.said = this.renderRoot.querySelector('.sentence')?.textContent ?? '';
    });
  }

  async #takePicture(format: PictureFormat): Promise<void> {
    this.said = '';
    await this.savePicture(format).catch(() => {
      this.said = texts[this.#language.language].pictureFailed;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-chart': DatakubeChart;
  }
}
