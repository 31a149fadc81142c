import type { GetToken } from '@datakube/client';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ChartGeometry } from '../chart/geometry/chart-geometry.ts';
import type { DatakubeChart } from '../chart/chart.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import type { ExpandChangeEvent } from '../events/expand-change-event.ts';
import type { SortChangeEvent } from '../events/sort-change-event.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import type { Action, ActionEvent } from '../explorer/action.ts';
import { answerStyles } from '../explorer/answer/answer.styles.ts';
import { texts } from '../explorer/explorer.texts.ts';
import { Inquiry, type OwnCircumstances } from '../explorer/inquiry.ts';
import { commandFor } from '../explorer/answer/table-requests.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { version } from '../registration/version.ts';
import { titleOf, type ExplorerState, type StateRequest, type View } from '../state/index.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import { foot, head, readControls } from './surroundings.ts';
import { styles } from './view.styles.ts';

/**
 * One table or one chart of a cube, chosen by the page: with its title, and where the numbers come from, and no
 * fields, filters or questions around it. A reader turns between table and chart, sorts and folds.
 *
 * @summary A table or chart on a page, from a link or a state.
 * @tag datakube-view
 *
 * @example
 * ```html
 * <script type="module" src="https://environment.example/sdk/datakube.js"></script>
 * <datakube-view cube="sundhedsdata-paa-tvaers" link="rows=residence:region&amp;view=chart"></datakube-view>
 * ```
 *
 * @fires {ViewChangeEvent} datakube-view-change - The reader sees it as a table or a chart.
 * @fires {StateChangeEvent} datakube-state-change - The reader has turned, sorted or folded it: with state and link.
 * @fires {DatakubeErrorEvent} datakube-error - The answer, or a file, could not be had.
 *
 * @csspart view - The frame around everything.
 * @csspart title - The title.
 * @csspart source - The line below: when the numbers are from, and what is to be known of them.
 */
export class DatakubeView extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = [base, controls, besideNumbers, answerStyles, styles];

  /** Identifier of the cube. */
  @property() cube = '';
  /** What is shown, as the text of an explorer's link: `rows=residence:region&view=chart`. What it leaves out is as usual for the cube. */
  @property() link = '';
  /** Address of the environment. Default: that of a provider around it, or where the bundle came from. */
  @property() environment = '';
  /** The portal's own sign-in, where there is no provider. */
  @property({ attribute: false }) getToken: GetToken | undefined = undefined;
  /** What it is called. Default: what is counted by what, in words. */
  @property() heading = '';
  /** What the reader is given, parted by spaces: `view` to turn between table and chart, `download` for files. Default `view`; `none` for nothing. */
  @property() controls = 'view';
  /** Borders for a map, as GeoJSON or TopoJSON: `map` can be chosen where places of theirs are shown. None of Datakube's own. */
  @property({ attribute: false }) geometry: ChartGeometry | null = null;
  /** The property of a feature that holds the code of its place. Default: what the map takes by itself. */
  @property({ attribute: 'geometry-key' }) geometryKey = '';

  @query('datakube-menu') private readonly menu!: DatakubeMenu;
  @query('datakube-chart') private readonly chart!: DatakubeChart | null;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;

  readonly #inquiry = new Inquiry(this, { steady: true, renew: () => void this.#inquiry.cubes.renew() });
  #followed = '';
  #told = false;

  /**
   * What is shown, as plain data. Null until the cube is known; may be set at any time, and what is then left out is
   * as usual for the cube. Wins over `link` where both are there from the beginning; later the last one does.
   */
  get state(): ExplorerState | null {
    return this.#inquiry.exploration.state;
  }

  set state(state: StateRequest | null) {
    if (state) this.#inquiry.exploration.set(state, this.cube);
  }

  protected override willUpdate(): void {
    const ready = this.#inquiry.prepare();
    if (!ready) return;
    const { cube } = ready;
    const { exploration } = this.#inquiry;
    const known = exploration.cube?.id === cube.id;
    exploration.enter(cube, this.link);
    if (known && this.link !== this.#followed) exploration.follow(this.link);
    this.#followed = this.link;
    if (exploration.state) this.#inquiry.ask(ready, exploration.state);
  }

  override render(): TemplateResult {
    const { scene, language, announcer, queries } = this.#inquiry;
    const given = readControls(this.controls);
    const title = scene
      ? this.heading || titleOf(scene.state, scene.cube, language, scene.nameOf)
      : this.heading;
    // Words of the page need not say which measure it is, and of several a chart shows one: then it says so itself.
    const heading = this.heading === '' && scene?.state.measures.length === 1 ? title : '';
    const { geometry, geometryKey } = this;
    const answer = this.#inquiry.answer(CHOSEN, { heading, geometry, geometryKey });
    return html`<section
      class="view"
      part="view"
      aria-labelledby="title"
      @action=${this.#onAction}
      @datakube-declaration-request=${this.#onDeclarationRequest}
      @datakube-sort-change=${this.#onSort}
      @datakube-expand-change=${this.#onExpand}
      @datakube-table-request=${this.#onTableRequest}
    >
      ${head(
        {
          title,
          view: given.has('view') && scene ? scene.state.view : null,
          canDownload: given.has('download') && scene !== null && queries.answer !== null,
        },
        { show: this.#show, download: this.#openDownloads },
        language,
      )}
      <div class="body ${scene?.state.view === 'chart' ? 'drawn' : ''}">${answer}</div>
      ${scene ? foot(scene.cube, this.#told, this.#tell, language) : nothing}
      <div class="visually-hidden" role="status">${announcer.said}</div>
      ${given.has('download') ? html`<datakube-menu></datakube-menu>` : nothing}
    </section>`;
  }

  readonly #show = (view: View): void => {
    const { exploration, announcer, language } = this.#inquiry;
    if (exploration.obey({ kind: 'view', view })) announcer.say(texts[language][`said_${view}`]);
  };

  readonly #openDownloads = (origin: HTMLElement): void => {
    const { scene, queries, cubes, downloads } = this.#inquiry;
    if (!scene || cubes.progress.kind !== 'ready') return;
    const of = {
      state: scene.state,
      capabilities: cubes.progress.capabilities,
      answer: queries.progress.kind === 'answered' ? queries.answer : null,
      estimate: { ...CHOSEN.size, exact: false },
      pictures: this.chart !== null,
    };
    void downloads.open(origin, this.menu, of, (action) => void this.#act(action));
  };

  /** Opens what the declaration says of the numbers, or closes it. */
  readonly #tell = (): void => {
    this.#told = !this.#told;
    this.requestUpdate();
  };

  readonly #onAction = ({ action }: ActionEvent): void => {
    this.#inquiry.takeOver();
    void this.#act(action);
  };

  /** What the reader answers a panel, and the files. Ways to another table are not among them. */
  async #act(action: Action): Promise<void> {
    const { queries, downloads, client, scene } = this.#inquiry;
    switch (action.kind) {
      case 'again':
        return this.#inquiry.again();
      case 'stop':
        return queries.stop();
      case 'stop-download':
        return downloads.stop();
      case 'download':
        if (!action.format) return downloads.again();
        return client && scene ? downloads.fetch(client, scene, action.format) : undefined;
      case 'picture':
        return downloads.savePicture(this.chart, action.picture);
      case 'why':
        return this.#tellOfHidden();
      default:
    }
  }

  async #tellOfHidden(): Promise<void> {
    this.#told = true;
    this.requestUpdate();
    await this.updateComplete;
    await this.declaration?.showDisclosure();
  }

  readonly #onDeclarationRequest = (event: Event): void => {
    if (event.defaultPrevented || !this.#inquiry.exploration.cube) return;
    event.preventDefault();
    void this.#tellOfHidden();
  };

  readonly #onSort = ({ sort }: SortChangeEvent): void =>
    void this.#inquiry.exploration.obey({ kind: 'sort', sort });

  readonly #onExpand = ({ collapsed }: ExpandChangeEvent): void =>
    void this.#inquiry.exploration.obey({ kind: 'collapse', collapsed });

  /** How the numbers look is the reader's; anything else has not been offered. */
  readonly #onTableRequest = (event: TableRequestEvent): void => {
    event.stopPropagation();
    const { exploration, membersOf } = this.#inquiry;
    const { state } = exploration;
    if (!state || event.request.kind === 'about') return;
    const command = commandFor(event.request, state, membersOf);
    if (command?.kind === 'look') exploration.obey(command);
  };
}

/** The page has chosen what is shown, and the environment knows its own limit. */
const CHOSEN: OwnCircumstances = {
  canUndo: false,
  size: { rows: 0, columns: 0, cells: 0, exact: true },
  limit: Infinity,
  expected: null,
  newer: null,
  session: { phase: 'far', minutes: 0 },
};

declare global {
  interface HTMLElementTagNameMap {
    'datakube-view': DatakubeView;
  }
}
