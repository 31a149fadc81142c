import type { GetToken } from '@datakube/client';
import { FORMATS, type Cube, type MemberEntry } from '@datakube/contract';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import type { DatakubeChart } from '../chart/chart.ts';
import { ClientController } from '../controllers/client-controller.ts';
import type { Failure } from '../controllers/failure.ts';
import { LanguageController } from '../controllers/language-controller.ts';
import { MemberDirectory } from '../controllers/member-directory.ts';
import { QueryController } from '../controllers/query-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import type { ChartTypeChangeEvent } from '../events/chart-type-change-event.ts';
import { DatakubeErrorEvent } from '../events/error-event.ts';
import type { ExpandChangeEvent } from '../events/expand-change-event.ts';
import type { SortChangeEvent } from '../events/sort-change-event.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import { fill } from '../localisation/texts.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { version } from '../registration/version.ts';
import {
  estimate,
  fitOf,
  queryOf,
  titleOf,
  type Estimate,
  type ExplorerState,
  type StateRequest,
} from '../state/index.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import { change, type ActionEvent } from './action.ts';
import { Acts } from './acts.ts';
import { Announcer } from './announcer.ts';
import { answerStyles } from './answer/answer.styles.ts';
import { answerView } from './answer/answer-view.ts';
import type { Circumstances } from './answer/panels.ts';
import { rememberedTableView } from './answer/table-view.ts';
import { CubeController } from './cube-controller.ts';
import { DownloadController } from './download/download-controller.ts';
import { Exploration } from './exploration.ts';
import { explorerDrag } from './explorer-drag.ts';
import { styles } from './explorer.styles.ts';
import { texts } from './explorer.texts.ts';
import type { DatakubeFieldList } from './field-list/field-list.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import { LinkController, type LinkPlace } from './link-controller.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import type { DatakubeSharePanel } from './share/share-panel.ts';
import { PrintController } from './print/print-controller.ts';
import { ConnectionWatch } from './watch/connection-watch.ts';
import { ReleaseWatch } from './watch/release-watch.ts';
import { RetryTimer } from './watch/retry-timer.ts';
import { SessionWatch } from './watch/session-watch.ts';
import { WaitingTime } from './watch/waiting-time.ts';
import { workbench } from './workbench.ts';
import { DatakubeZone } from './zone/zone.ts';

/**
 * Builds a table or chart over a cube: fields on rows, columns, filters and measures, by mouse, finger or
 * keyboard. What cannot be shown says so before it is tried, and leads to the nearest that can.
 *
 * @summary The whole workbench for one cube.
 * @tag datakube-explorer
 *
 * @example
 * ```html
 * <script type="module" src="https://environment.example/sdk/datakube.js"></script>
 * <datakube-explorer cube="sundhedsdata-paa-tvaers"></datakube-explorer>
 * ```
 *
 * @fires {QueryChangeEvent} datakube-query-change - The user asks something else.
 * @fires {ViewChangeEvent} datakube-view-change - The user sees it as a table or a chart.
 * @fires {StateChangeEvent} datakube-state-change - The user has changed anything that is kept: with state and link.
 * @fires {SessionExtendEvent} datakube-session-extend - The user asks to stay signed in.
 * @fires {DatakubeErrorEvent} datakube-error - An answer could not be had.
 *
 * @slot state - What is chosen compared with what was saved, beside the title. Default: the example it began with.
 * @csspart explorer - The frame.
 * @csspart head - Name of the cube and title of the table.
 * @csspart estimate - How large the table is.
 */
export class DatakubeExplorer extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = [base, controls, besideNumbers, answerStyles, styles];

  /** Identifier of the cube. */
  @property() cube = '';
  /** Address of the environment. Default: that of a provider around it, or where the bundle came from. */
  @property() environment = '';
  /** The portal's own sign-in, where there is no provider. */
  @property({ attribute: false }) getToken: GetToken | undefined = undefined;
  /** Keeps the choices in the page's address: `hash` (default when present) or `query`. */
  @property({ attribute: 'sync-url' }) syncUrl: string | null = null;
  /** Minutes between looks for a new release, beside those when the page comes into sight. 0 for none. Default 10. */
  @property({ type: Number, attribute: 'check-release-every' }) checkReleaseEvery = 10;
  /** When the user's session ends, to be warned of. Default: what a provider around it says, or never. */
  @property({ attribute: false }) sessionEnds: Date | null = null;

  @query('datakube-menu') private readonly menu!: DatakubeMenu;
  @query('datakube-filter-dialog') private readonly dialog!: DatakubeFilterDialog;
  @query('datakube-share-panel') private readonly sharing!: DatakubeSharePanel;
  @query('datakube-field-list') private readonly fields!: DatakubeFieldList | null;
  @query('datakube-chart') private readonly chart!: DatakubeChart | null;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;
  @queryAll('datakube-zone') private readonly zones!: NodeListOf<DatakubeZone>;

  readonly #language = new LanguageController(this);
  readonly #clients = new ClientController(this, () => this);
  readonly #cubes = new CubeController(this);
  readonly #members = new MemberDirectory(this);
  readonly #queries = new QueryController(this);
  readonly #exploration = new Exploration(this);
  readonly #announcer = new Announcer(this, () => this.#language.language);
  readonly #download = new DownloadController(
    this,
    (failure) => this.#onFailure(failure),
    (name) => this.#announcer.say(fill(texts[this.#language.language].said_fetching, { name })),
  );
  readonly #waiting = new WaitingTime();
  readonly #tableView = rememberedTableView();
  #renewed = '';
  readonly #link = new LinkController(
    this,
    () => this.#linkPlace(),
    (link) => this.#exploration.follow(link),
  );
  readonly #retry = new RetryTimer(this, () => this.#acts.again());
  readonly #releases = new ReleaseWatch(
    this,
    () => this.checkReleaseEvery,
    (newer) => {
      const shown = this.#exploration.cube?.release.id ?? '';
      this.#announcer.sayPanel({ kind: 'stale', newer, shown });
    },
  );
  readonly #session = new SessionWatch(
    this,
    () => this.sessionEnds,
    (phase) => {
      if (phase === 'soon')
        this.#announcer.sayPanel({ kind: 'session-soon', minutes: this.#session.minutes });
      if (phase === 'over') this.#announcer.sayPanel({ kind: 'session-over' });
    },
  );
  readonly #connection = new ConnectionWatch(this, (offline) => this.#onConnection(offline));
  readonly #acts = new Acts({
    host: this,
    exploration: this.#exploration,
    cubes: this.#cubes,
    queries: this.#queries,
    members: this.#members,
    releases: this.#releases,
    retry: this.#retry,
    announcer: this.#announcer,
    download: this.#download,
    client: () => this.#clients.client,
    address: () => (this.syncUrl === null ? null : location.href),
    scene: () => this.#scene(),
    circumstances: (scene) => this.#circumstances(scene),
    parts: () => ({
      menu: this.menu,
      dialog: this.dialog,
      sharing: this.sharing,
      fields: this.fields,
      declaration: this.declaration,
      chart: this.chart,
      zones: this.zones,
    }),
  });

  constructor() {
    super();
    new ThemeController(this);
    new PrintController(this, () => this.#language.language);
    explorerDrag(this, {
      zones: () => [...this.zones],
      scene: () => this.#scene(),
      say: (text) => this.#announcer.say(text),
      act: (action, origin) => void this.#acts.act(action, origin),
    });
    this.#cubes.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onSlow = () => this.#announcer.say(texts[this.#language.language].said_loading);
  }

  /**
   * What the user has chosen, as plain data. Null until the cube is known; may be set at any time, and what is then
   * left out is as usual for the cube.
   */
  get state(): ExplorerState | null {
    return this.#exploration.state;
  }

  set state(state: StateRequest | null) {
    if (state === null) return;
    // Set together with another cube it is where that one begins.
    if (this.#exploration.cube?.id !== this.cube) this.#exploration.leave();
    this.#exploration.set(state);
  }

  protected override willUpdate(): void {
    const { client } = this.#clients;
    if (!client || !this.cube) return;
    this.#cubes.use(client, this.cube);
    this.#members.use(client, this.cube);
    const { progress } = this.#cubes;
    if (progress.kind !== 'ready' || progress.cube.id !== this.cube) return;
    const { cube } = progress;
    this.#exploration.enter(cube, this.#link.read());
    this.#releases.use(client, cube);
    const { state } = this.#exploration;
    if (!state) return;
    for (const { dimension } of state.filters) void this.#members.tryLoad(dimension);
    const { language } = this.#language;
    if (this.#mayAsk(state, cube)) this.#queries.ask({ client, cube, query: queryOf(state), language });
    this.#link.write(this.#exploration.link);
    this.#follow(state, cube);
  }

  /** False where the table is known to be too large, or may be until its members are known. */
  #mayAsk(state: ExplorerState, cube: Cube): boolean {
    const fit = fitOf(this.#estimate(state, cube), this.#limit());
    if (fit !== 'unsure') return fit === 'fits';
    const unknown = [...state.rows, ...state.columns]
      .map(({ dimension }) => dimension)
      .filter((dimension) => this.#members.standing(dimension) !== 'here');
    const waits = unknown.some((dimension) => this.#members.standing(dimension) !== 'failed');
    for (const dimension of unknown) void this.#members.tryLoad(dimension);
    // Where members cannot be had the environment is asked: it knows.
    return !waits;
  }

  /** Follows how the question is doing: how long it takes, whether it is tried again, which release answered. */
  #follow(state: ExplorerState, cube: Cube): void {
    const { progress, answer } = this.#queries;
    if (progress.kind === 'asking') this.#waiting.begin(this.#estimate(state, cube).cells);
    else this.#waiting.end(progress.kind === 'answered');
    this.#retry.follow(progress.kind === 'failed' ? progress.failure : null, progress.kind === 'answered');
    const release = answer?.cells.release;
    if (progress.kind !== 'answered' || !release || release === cube.release.id || release === this.#renewed)
      return;
    // The environment has gone on: what is said of the cube has to be of the same release as the numbers.
    this.#renewed = release;
    void this.#acts.renew();
  }

  override render(): TemplateResult {
    const scene = this.#scene();
    const { language } = this.#language;
    const { progress } = this.#cubes;
    const answer = answerView(
      this.#circumstances(scene),
      scene ? this.#tableView(scene.state, scene.cube) : null,
      progress.kind === 'ready' ? progress.capabilities.user.own : [],
      language,
    );
    return html`<section
      class="explorer"
      part="explorer"
      aria-label=${fill(texts[language].explorer, { name: scene?.cube.name[language] ?? this.cube })}
      @action=${(event: ActionEvent) => void this.#acts.act(event.action, event.origin)}
      @keydown=${this.#onKeydown}
      @datakube-declaration-request=${this.#onDeclarationRequest}
      @datakube-sort-change=${this.#onSort}
      @datakube-expand-change=${this.#onExpand}
      @datakube-table-request=${this.#onTableRequest}
      @datakube-chart-type-change=${this.#onChartType}
    >
      ${scene ? this.#workbench(scene, answer) : answer}
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
      <datakube-menu></datakube-menu>
      <datakube-filter-dialog></datakube-filter-dialog>
      <datakube-share-panel></datakube-share-panel>
    </section>`;
  }

  #workbench(scene: MenuScene, answer: TemplateResult): TemplateResult {
    const { undoes, redoes, origin } = this.#exploration;
    const parts = {
      scene,
      title: this.#title(),
      origin,
      undoes,
      redoes,
      canDownload: this.#canDownload(),
      size: this.#estimate(scene.state, scene.cube),
      limit: this.#limit(),
      members: this.#members,
    };
    return workbench(parts, answer);
  }

  #circumstances(scene: MenuScene | null): Circumstances {
    return {
      scene,
      homeless: this.#clients.client === null && !this.#clients.waiting,
      cubes: this.#cubes.progress,
      progress: this.#queries.progress,
      answer: this.#queries.answer,
      canUndo: this.#exploration.undoes !== null,
      size: scene ? this.#estimate(scene.state, scene.cube) : NO_SIZE,
      limit: this.#limit(),
      membersOf: this.#membersOf,
      expected: this.#waiting.expected(),
      secondsToRetry: this.#retry.secondsLeft,
      download: this.#download.progress,
      offline: this.#connection.offline,
      newer: this.#releases.newer,
      session: this.#session,
      steady: false,
    };
  }

  /** The table as it stands; null until the cube is known. */
  #scene(): MenuScene | null {
    const { state, cube } = this.#exploration;
    if (!state || cube?.id !== this.cube) return null;
    const { language } = this.#language;
    const columns = this.#queries.answer?.cells.columns ?? [];
    return { state, cube, language, columns, membersOf: this.#membersOf, nameOf: this.#nameOf };
  }

  readonly #nameOf = (dimension: string, member: string): string =>
    this.#members.nameOf(dimension, member, this.#language.language);

  #title(): string {
    const scene = this.#scene();
    return scene ? titleOf(scene.state, scene.cube, scene.language, this.#nameOf) : '';
  }

  #canDownload(): boolean {
    const { progress } = this.#cubes;
    return progress.kind === 'ready' && progress.capabilities.formats.some(isFormat);
  }

  /** Cells of a table that are given out at most. */
  #limit(): number {
    const { progress } = this.#cubes;
    return progress.kind === 'ready' ? progress.capabilities.limits.cells : Infinity;
  }

  #estimate(state: ExplorerState, cube: Cube): Estimate {
    return estimate(state, cube, this.#membersOf);
  }

  readonly #membersOf = (dimension: string): readonly MemberEntry[] => this.#members.members(dimension);

  #linkPlace(): LinkPlace {
    if (this.syncUrl === null) return null;
    return this.syncUrl === 'query' ? 'query' : 'hash';
  }

  #onFailure(failure: Failure): void {
    // What fails again by itself was said the first time.
    if (!this.#retry.isTrying) this.#announcer.sayFailure(failure);
    this.dispatchEvent(new DatakubeErrorEvent(failure.code, failure.error));
  }

  #onConnection(offline: boolean): void {
    const { answer, progress } = this.#queries;
    if (offline && answer) return this.#announcer.sayPanel({ kind: 'offline', since: answer.at });
    if (offline) return;
    const lost = [progress, this.#cubes.progress].some(
      (at) => at.kind === 'failed' && at.failure.kind === 'offline',
    );
    if (lost) this.#acts.again();
    this.#announcer.say(texts[this.#language.language].said_online);
  }

  readonly #onDeclarationRequest = (event: Event): void => {
    if (event.defaultPrevented || !this.declaration) return;
    event.preventDefault();
    void this.declaration.showDisclosure();
  };

  readonly #onSort = ({ sort }: SortChangeEvent): void =>
    void this.#acts.act(change({ kind: 'sort', sort }), null);

  readonly #onExpand = ({ collapsed }: ExpandChangeEvent): void =>
    void this.#acts.act(change({ kind: 'collapse', collapsed }), null);

  readonly #onChartType = ({ chart }: ChartTypeChangeEvent): void =>
    void this.#acts.act(change({ kind: 'chart', chart }), null);

  readonly #onTableRequest = (event: TableRequestEvent): void => {
    // The page around the explorer need not hear what the explorer does itself.
    event.stopPropagation();
    void this.#acts.request(event.request);
  };

  /** Undo and redo as everywhere else, except in a text that has its own. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (event.composedPath().some((node) => node instanceof HTMLInputElement)) return;
    const key = event.key.toLowerCase();
    const kind = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
    if (kind === null || !this.#exploration[kind === 'undo' ? 'undoes' : 'redoes']) return;
    event.preventDefault();
    void this.#acts.act({ kind }, null);
  };
}

/** One that this version knows. */
const isFormat = (format: string): boolean => Object.hasOwn(FORMATS, format);

/** Before there is a table. */
const NO_SIZE: Estimate = { rows: 0, columns: 0, cells: 0, exact: true };

declare global {
  interface HTMLElementTagNameMap {
    'datakube-explorer': DatakubeExplorer;
  }
}
