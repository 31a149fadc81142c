import type { AnyChartOptions, Chart } from '@datakube/charts';
import type { CellSet, ChartType, Cube } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { HiddenValues } from '../explanation/hidden-values.ts';
import { whyButton } from '../explanation/why-button.ts';
import { icon } from '../icons/icon.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import type { ChartRequest } from './chart-request.ts';
import { styles } from './chart.styles.ts';
import { texts } from './chart.texts.ts';
import { MarkController, type MarkHost } from './mark-controller.ts';
import { placeTip } from './place-tip.ts';
import { tableTemplate } from './table-template.ts';
import { textMeasure } from './text-measure.ts';

type Drawing = typeof import('./drawing.ts');

let loaded: Drawing | null = null;
const charts = new Map<ChartType, Chart<AnyChartOptions>>();

/**
 * A chart of a cell set: title, one sentence, the same values as a table, legend and source. A hidden value
 * is hatch of fixed size and has no height; the axis is made from the values that are shown alone.
 *
 * @summary Bars or lines over an answer, with hidden values as hidden.
 *
 * @example
 * ```ts
 * const chart = document.querySelector('datakube-chart');
 * chart.cube = await client.cube('sundhedsdata-paa-tvaers');
 * chart.cellSet = await client.query('sundhedsdata-paa-tvaers', query);
 * ```
 *
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
  /** Definition of the cube: names, units, decimals, and when the release was published. */
  @property({ attribute: false }) cube: Cube | null = null;
  /** Which measure is drawn. Default: the first of the cell set. */
  @property() measure = '';
  /** `bar` or `line`. Default: a line for at most four series over time, bars otherwise. */
  @property() type: ChartType | '' = '';
  /** What the chart is about. Default: the name of the measure. */
  @property() heading = '';
  /** Of whom, where, when. Default: the name of the cube, and the one series where there is only one. */
  @property() subtitle = '';
  /** Code of a member to stand out among bars, as one's own municipality. */
  @property() highlight = '';
  /** Draws the total as a reference, where the cell set has it. Right for rates, rarely for counts. */
  @property({ type: Boolean }) reference = false;
  /** Shows the values as a table in place of the drawing. */
  @property({ type: Boolean, attribute: 'show-table', reflect: true }) showTable = false;

  /** @internal */
  drawing: SVGSVGElement | null = null;
  /** @internal */
  categoriesRun: 'across' | 'down' = 'down';

  @state() private width = 0;
  @state() private failed = false;
  @query('.frame') private frame!: HTMLElement | null;
  @query('.plot') private plot!: HTMLElement | null;
  @query('.tip') private tip!: HTMLElement | null;
  @query('.button') private tableButton!: HTMLElement | null;
  readonly #language = new LanguageController(this);
  readonly #marks = new MarkController(this);
  readonly #hidden = new HiddenValues(this, () => this.#language.language);
  // A frame later: a chart drawn within the notification would change its own height and notify again.
  readonly #observer = new ResizeObserver(() =>
    requestAnimationFrame(() => (this.width = this.plot?.clientWidth ?? 0)),
  );
  #observed: HTMLElement | null = null;
  #loading: Promise<void> | null = null;

  constructor() {
    super();
    new ThemeController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#observed = null;
  }

  protected override willUpdate(): void {
    const chart = this.#chart();
    if (this.cellSet && !chart && !this.failed) this.#loading ??= this.#load();
    this.drawing =
      loaded && chart && this.cellSet && !this.showTable && this.width > 0
        ? this.#draw(loaded, chart, this.#request(this.cellSet))
        : null;
  }

  /** Settles when the chart is drawn, also where what draws it had to come first. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#loading) return done;
    await this.#loading;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    if (this.frame === this.#observed || !this.isConnected) return;
    this.#observer.disconnect();
    this.#observed = this.frame;
    if (this.frame) this.#observer.observe(this.frame);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.cellSet) return nothing;
    const chart = this.#chart();
    if (!loaded || !chart) return this.#waiting();
    const request = this.#request(this.cellSet);
    const { measureName, release, scope, source } = loaded;
    const options = loaded.chartOptions(request);
    const text = texts[request.language];
    const title = this.heading || measureName(request);
    return html`
      <div class="frame">
        <figure part="figure" aria-labelledby="title">
          <figcaption>
            <div>
              <p class="title" id="title" part="title">${title}</p>
              <p class="subtitle">${this.subtitle || scope(request, chart)}</p>
            </div>
            <div class="tools">
              ${this.cellSet.synthetic ? html`<span class="tag">${text.synthetic}</span>` : nothing}
              <button
                type="button"
                class="button small"
                aria-pressed=${this.showTable ? 'true' : 'false'}
                @click=${this.toggleTable}
              >
                ${icon('table')}<span>${text.showTable}</span>
              </button>
            </div>
            <p class="sentence">${chart.describe(this.cellSet, options)}</p>
            ${chart.notices(this.cellSet, options).map((notice) => html`<p class="notice">${notice}</p>`)}
          </figcaption>
          <div class="plot" part="plot" @click=${this.#hidden.click} @keydown=${this.#hidden.keydown}>
            ${this.showTable ? this.#table(chart, title, options) : this.#plot()}
          </div>
          <div class="explanation-place"></div>
          <ul class="legend">
            ${chart
              .legend(this.cellSet, options)
              .map(
                ({ kind, text: words }) =>
                  html`<li>
                    <span class="swatch ${kind}"></span>${words}
                    ${kind === 'hidden' ? whyButton(text.why, this.#hidden.button) : nothing}
                  </li>`,
              )}
          </ul>
          <div class="foot" part="source">
            <span>${source(request)}</span><span>${release(request)}</span>
          </div>
        </figure>
      </div>
    `;
  }

  /** Shows the values as a table, or the drawing again. The focus goes to the button that does the same. */
  toggleTable(): void {
    this.showTable = !this.showTable;
    this.tableButton?.focus();
  }

  /** @internal */
  showTip(mark: SVGElement | null): void {
    if (this.tip && this.plot) placeTip(this.tip, this.plot, mark);
  }

  #request(cellSet: CellSet): ChartRequest {
    const { cube, measure, type, reference, highlight } = this;
    return { cellSet, cube, measure, type, reference, highlight, language: this.#language.language };
  }

  async #load(): Promise<void> {
    try {
      loaded ??= await import('./drawing.ts');
      const type = this.cellSet ? loaded.chosenType(this.#request(this.cellSet)) : null;
      if (type) charts.set(type, await loaded.loadChart(type));
    } catch {
      this.failed = true;
    }
    this.#loading = null;
    this.requestUpdate();
  }

  #waiting(): TemplateResult {
    const { language } = this.#language;
    const again = (): void => {
      this.failed = false;
    };
    return html`<div class="frame" role="status">
      ${
        this.failed
          ? html`<p>${texts[language].failed}</p>
              <button type="button" class="button small" @click=${again}>${texts[language].again}</button>`
          : html`<p class="visually-hidden">${texts[language].loading}</p>`
      }
    </div>`;
  }

  /** What draws the cell set; undefined until it is here. */
  #chart(): Chart<AnyChartOptions> | undefined {
    return loaded && this.cellSet ? charts.get(loaded.chosenType(this.#request(this.cellSet))) : undefined;
  }

  #draw({ chartOptions }: Drawing, chart: Chart<AnyChartOptions>, request: ChartRequest): SVGSVGElement {
    this.categoriesRun = chart.walk;
    const measureText = textMeasure(this);
    return chart(request.cellSet, { ...chartOptions(request), width: this.width, measureText });
  }

  #plot(): TemplateResult {
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

  #table(
    chart: Chart<AnyChartOptions>,
    caption: string,
    options: AnyChartOptions,
  ): TemplateResult | typeof nothing {
    if (!this.cellSet) return nothing;
    const { name, value } = texts[this.#language.language];
    return tableTemplate(chart.table(this.cellSet, options), { caption, name, value });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-chart': DatakubeChart;
  }
}
