import type { GetToken } from '@datakube/client';
import type { MemberEntry } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { DatakubeChart } from '../chart/chart.ts';
import { ClientController } from '../controllers/client-controller.ts';
import type { Failure } from '../controllers/failure.ts';
import { LanguageController } from '../controllers/language-controller.ts';
import { MemberDirectory } from '../controllers/member-directory.ts';
import { QueryController } from '../controllers/query-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import { DatakubeErrorEvent } from '../events/error-event.ts';
import type { ExpandChangeEvent } from '../events/expand-change-event.ts';
import type { SortChangeEvent } from '../events/sort-change-event.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import type { ActionEvent } from '../explorer/action.ts';
import { Announcer } from '../explorer/announcer.ts';
import { answerStyles } from '../explorer/answer/answer.styles.ts';
import { answerView } from '../explorer/answer/answer-view.ts';
import type { Circumstances } from '../explorer/answer/panels.ts';
import { commandFor } from '../explorer/answer/table-requests.ts';
import { rememberedTableView, steadyTableView } from '../explorer/answer/table-view.ts';
import { CubeController } from '../explorer/cube-controller.ts';
import { Exploration } from '../explorer/exploration.ts';
import type { MenuScene } from '../explorer/menus/menu-scene.ts';
import { PrintController } from '../explorer/print/print-controller.ts';
import { ConnectionWatch } from '../explorer/watch/connection-watch.ts';
import { RetryTimer } from '../explorer/watch/retry-timer.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { version } from '../registration/version.ts';
import { queryOf, titleOf, type ExplorerState, type StateRequest, type View } from '../state/index.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import { foot, head, readControls } from './surroundings.ts';
import { ViewDownloads } from './view-downloads.ts';
import { styles } from './view.styles.ts';
import { texts } from './view.texts.ts';

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

  @query('datakube-menu') private readonly menu!: DatakubeMenu;
  @query('datakube-chart') private readonly chart!: DatakubeChart | null;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;

  readonly #language = new LanguageController(this);
  readonly #clients = new ClientController(this, () => this);
  readonly #cubes = new CubeController(this);
  readonly #members = new MemberDirectory(this);
  readonly #queries = new QueryController(this);
  readonly #exploration = new Exploration(this);
  readonly #announcer = new Announcer(this, () => this.#language.language, true);
  readonly #tableView = rememberedTableView(steadyTableView);
  readonly #retry = new RetryTimer(this, () => this.#again());
  readonly #connection = new ConnectionWatch(this, (offline) => this.#onConnection(offline));
  readonly #downloads = new ViewDownloads(this, {
    onFailure: (failure) => this.#onFailure(failure),
    say: (text) => this.#announcer.say(text),
  });
  #followed = '';
  #renewed = '';
  #told = false;

  constructor() {
    super();
    new ThemeController(this);
    new PrintController(this, () => this.#language.language);
    this.#cubes.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onSlow = () => this.#announcer.sayPanel({ kind: 'loading', cells: 0, seconds: null });
  }

  /**
   * What is shown, as plain data. Null until the cube is known; may be set at any time, and what is then left out is
   * as usual for the cube. Wins over `link` where both are there from the beginning; later the last one does.
   */
  get state(): ExplorerState | null {
    return this.#exploration.state;
  }

  set state(state: StateRequest | null) {
    if (state === null) return;
    // Set together with another cube it is of that one.
    if (this.#exploration.cube?.id !== this.cube) this.#exploration.leave();
    this.#exploration.set(state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page may have set it before the element was known.
    if (!Object.hasOwn(this, 'state')) return;
    const { state } = this;
    delete (this as { state?: unknown }).state;
    this.state = state;
  }

  protected override willUpdate(): void {
    const { client } = this.#clients;
    if (!client || !this.cube) return;
    this.#cubes.use(client, this.cube);
    this.#members.use(client, this.cube);
    const { progress } = this.#cubes;
    if (progress.kind !== 'ready' || progress.cube.id !== this.cube) return;
    const { cube } = progress;
    const known = this.#exploration.cube?.id === cube.id;
    this.#exploration.enter(cube, this.link);
    if (known && this.link !== this.#followed) this.#exploration.follow(this.link);
    this.#followed = this.link;
    const { state } = this.#exploration;
    if (!state) return;
    for (const { dimension } of state.filters) void this.#members.tryLoad(dimension);
    this.#queries.ask({ client, cube, query: queryOf(state), language: this.#language.language });
    const asked = this.#queries.progress;
    this.#retry.follow(asked.kind === 'failed' ? asked.failure : null, asked.kind === 'answered');
    const release = this.#queries.answer?.cells.release ?? cube.release.id;
    if (asked.kind !== 'answered' || release === cube.release.id || release === this.#renewed) return;
    // The environment has gone on: what is said of the cube has to be of the same release as the numbers.
    this.#renewed = release;
    void this.#cubes.renew();
  }

  override render(): TemplateResult {
    const { language } = this.#language;
    const scene = this.#scene();
    const given = readControls(this.controls);
    const title = scene
      ? this.heading || titleOf(scene.state, scene.cube, language, scene.nameOf)
      : this.heading;
    const { progress } = this.#cubes;
    const answer = answerView(
      this.#circumstances(scene),
      scene ? this.#tableView(scene.state, scene.cube) : null,
      progress.kind === 'ready' ? progress.capabilities.user.own : [],
      language,
    );
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
          canDownload: given.has('download') && scene !== null && this.#queries.answer !== null,
        },
        { show: this.#show, download: this.#openDownloads },
        language,
      )}
      <div class="body ${scene?.state.view === 'chart' ? 'drawn' : ''}">${answer}</div>
      ${scene ? foot(scene.cube, this.#told, this.#tell, language) : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
      ${given.has('download') ? html`<datakube-menu></datakube-menu>` : nothing}
    </section>`;
  }

  #circumstances(scene: MenuScene | null): Circumstances {
    return {
      scene,
      homeless: this.#clients.client === null && !this.#clients.waiting,
      cubes: this.#cubes.progress,
      progress: this.#queries.progress,
      answer: this.#queries.answer,
      canUndo: false,
      // The page has chosen it, and the environment knows its own limit.
      size: { rows: 0, columns: 0, cells: 0, exact: true },
      limit: Infinity,
      membersOf: this.#membersOf,
      expected: null,
      secondsToRetry: this.#retry.secondsLeft,
      download: this.#downloads.progress,
      offline: this.#connection.offline,
      newer: null,
      session: { phase: 'far', minutes: 0 },
      steady: true,
    };
  }

  #scene(): MenuScene | null {
    const { state, cube } = this.#exploration;
    if (!state || cube?.id !== this.cube) return null;
    const { language } = this.#language;
    const columns = this.#queries.answer?.cells.columns ?? [];
    return { state, cube, language, columns, membersOf: this.#membersOf, nameOf: this.#nameOf };
  }

  readonly #membersOf = (dimension: string): readonly MemberEntry[] => this.#members.members(dimension);

  readonly #nameOf = (dimension: string, member: string): string =>
    this.#members.nameOf(dimension, member, this.#language.language);

  readonly #show = (view: View): void => {
    if (!this.#exploration.obey({ kind: 'view', view })) return;
    const text = texts[this.#language.language];
    this.#announcer.say(view === 'chart' ? text.saidChart : text.saidTable);
  };

  readonly #openDownloads = (origin: HTMLElement): void => {
    const scene = this.#scene();
    const { client } = this.#clients;
    const { progress } = this.#cubes;
    if (!scene || !client || progress.kind !== 'ready') return;
    const answer = this.#queries.progress.kind === 'answered' ? this.#queries.answer : null;
    const { menu, chart } = this;
    const { capabilities } = progress;
    void this.#downloads.open(origin, { client, scene, capabilities, answer, menu, chart });
  };

  /** Opens what the declaration says of the numbers, or closes it. */
  readonly #tell = (): void => {
    this.#told = !this.#told;
    this.requestUpdate();
  };

  #again(): void {
    if (this.#cubes.progress.kind === 'failed') this.#cubes.again();
    else this.#queries.again();
  }

  #onFailure(failure: Failure): void {
    // What fails again by itself was said the first time.
    if (!this.#retry.isTrying) this.#announcer.sayFailure(failure);
    this.dispatchEvent(new DatakubeErrorEvent(failure.code, failure.error));
  }

  #onConnection(offline: boolean): void {
    const { answer } = this.#queries;
    if (offline && answer) return this.#announcer.sayPanel({ kind: 'offline', since: answer.at });
    if (offline) return;
    const lost = [this.#queries.progress, this.#cubes.progress].some(
      (at) => at.kind === 'failed' && at.failure.kind === 'offline',
    );
    if (lost) this.#again();
    this.#announcer.say(texts[this.#language.language].saidOnline);
  }

  /** What the reader answers a panel. Ways to another table are not among them. */
  readonly #onAction = ({ action }: ActionEvent): void => {
    this.#retry.reset();
    switch (action.kind) {
      case 'again':
        return this.#again();
      case 'stop':
        return this.#queries.stop();
      case 'stop-download':
        return this.#downloads.stop();
      case 'download':
        return void this.#downloads.again();
      case 'why':
        return void this.#tellOfHidden();
      default:
    }
  };

  async #tellOfHidden(): Promise<void> {
    this.#told = true;
    this.requestUpdate();
    await this.updateComplete;
    await this.declaration?.showDisclosure();
  }

  readonly #onDeclarationRequest = (event: Event): void => {
    if (event.defaultPrevented || !this.#exploration.cube) return;
    event.preventDefault();
    void this.#tellOfHidden();
  };

  readonly #onSort = ({ sort }: SortChangeEvent): void => void this.#exploration.obey({ kind: 'sort', sort });

  readonly #onExpand = ({ collapsed }: ExpandChangeEvent): void =>
    void this.#exploration.obey({ kind: 'collapse', collapsed });

  /** How the numbers look is the reader's; anything else has not been offered. */
  readonly #onTableRequest = (event: TableRequestEvent): void => {
    event.stopPropagation();
    const { state } = this.#exploration;
    if (!state || event.request.kind === 'about') return;
    const command = commandFor(event.request, state, this.#membersOf);
    if (command?.kind === 'look') this.#exploration.obey(command);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-view': DatakubeView;
  }
}
