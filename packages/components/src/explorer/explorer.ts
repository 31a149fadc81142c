import type { GetToken } from '@datakube/client';
import type { Cube, MemberEntry, Query } from '@datakube/contract';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { ClientController } from '../controllers/client-controller.ts';
import type { Failure } from '../controllers/failure.ts';
import { LanguageController } from '../controllers/language-controller.ts';
import { MemberDirectory } from '../controllers/member-directory.ts';
import { QueryController } from '../controllers/query-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import { DatakubeErrorEvent } from '../events/error-event.ts';
import type { ExpandChangeEvent } from '../events/expand-change-event.ts';
import { SessionExtendEvent } from '../events/session-extend-event.ts';
import type { SortChangeEvent } from '../events/sort-change-event.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import { formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { version } from '../registration/version.ts';
import {
  estimate,
  firstLayout,
  fitOf,
  queryOf,
  settled,
  stateOf,
  titleOf,
  type Command,
  type Estimate,
  type ExplorerState,
} from '../state/index.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import { change, type Action, type ActionEvent } from './action.ts';
import { announcement, zoneAfter } from './announcement.ts';
import { Announcer } from './announcer.ts';
import { answerView } from './answer/answer-view.ts';
import { panelOf, type Circumstances } from './answer/panels.ts';
import { commandFor } from './answer/table-requests.ts';
import { rememberedTableView } from './answer/table-view.ts';
import { CubeController } from './cube-controller.ts';
import type { Deed } from './deed.ts';
import { DownloadController } from './download-controller.ts';
import { Exploration } from './exploration.ts';
import { explorerDrag } from './explorer-drag.ts';
import { styles } from './explorer.styles.ts';
import { texts } from './explorer.texts.ts';
import type { DatakubeFieldList } from './field-list/field-list.ts';
import { filterChoice } from './filter-dialog/filter-choice.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import { LinkController, type LinkPlace } from './link-controller.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import { openMenu, type MenuAction } from './menus/open-menu.ts';
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
  static override styles = [base, controls, besideNumbers, styles];

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
  @query('datakube-field-list') private readonly fields!: DatakubeFieldList | null;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;
  @queryAll('datakube-zone') private readonly zones!: NodeListOf<DatakubeZone>;

  readonly #language = new LanguageController(this);
  readonly #clients = new ClientController(this, () => this);
  readonly #cubes = new CubeController(this);
  readonly #members = new MemberDirectory(this);
  readonly #queries = new QueryController(this);
  readonly #exploration = new Exploration(this);
  readonly #announcer = new Announcer(this, () => this.#language.language);
  readonly #download = new DownloadController(this, (failure) => this.#onFailure(failure));
  readonly #waiting = new WaitingTime();
  readonly #tableView = rememberedTableView();
  #renewed = '';
  readonly #link = new LinkController(
    this,
    () => this.#linkPlace(),
    (link) => this.#exploration.follow(link),
  );
  readonly #retry = new RetryTimer(this, () => this.#again());
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

  constructor() {
    super();
    new ThemeController(this);
    explorerDrag(this, {
      zones: () => [...this.zones],
      scene: () => this.#scene(),
      say: (text) => this.#announcer.say(text),
      act: (action, origin) => void this.#act(action, origin),
    });
    this.#cubes.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onFailure = (failure) => this.#onFailure(failure);
    this.#queries.onSlow = () => this.#announcer.say(texts[this.#language.language].said_loading);
  }

  /** What the user has chosen, as plain data. Null until the cube is known; may be set at any time. */
  get state(): ExplorerState | null {
    return this.#exploration.state;
  }

  set state(state: ExplorerState | null) {
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
    for (const { dimension } of state.filters) void this.#loadMembers(dimension);
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
    for (const dimension of unknown) void this.#loadMembers(dimension);
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
    void this.#renew();
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
      @action=${(event: ActionEvent) => void this.#act(event.action, event.origin)}
      @keydown=${this.#onKeydown}
      @datakube-declaration-request=${this.#onDeclarationRequest}
      @datakube-sort-change=${this.#onSort}
      @datakube-expand-change=${this.#onExpand}
      @datakube-table-request=${this.#onTableRequest}
    >
      ${scene ? this.#workbench(scene, answer) : answer}
      <div class="visually-hidden" role="status">${this.#announcer.said}</div>
      <datakube-menu></datakube-menu>
      <datakube-filter-dialog></datakube-filter-dialog>
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
      download: this.#download.failure,
      offline: this.#connection.offline,
      newer: this.#releases.newer,
      session: this.#session,
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

  async #act(action: Action, origin: HTMLElement | null): Promise<void> {
    this.#retry.reset();
    const scene = this.#scene();
    if (action.kind === 'stop') return this.#queries.stop();
    if (action.kind === 'again') return this.#again();
    if (!scene) return;
    const { state, cube, language } = scene;
    const text = texts[language];
    switch (action.kind) {
      case 'change':
        return this.#obey(action.command, origin);
      case 'undo':
        this.#exploration.undo();
        return this.#announcer.say(fill(text.said_undo, { title: this.#title() }));
      case 'redo':
        this.#exploration.redo();
        return this.#announcer.say(fill(text.said_redo, { title: this.#title() }));
      case 'start-over':
        this.#exploration.startOver();
        return this.#announcer.say(this.#title());
      case 'apply':
        return this.#take(action.query, state, { kind: 'way-out' });
      case 'example':
        return this.#takeExample(scene, action.id);
      case 'download':
        return this.#fetchFile(state);
      case 'choose':
        return this.#choose(action.dimension, action.instead, origin);
      case 'search-members':
        await Promise.all(cube.dimensions.map(({ id }) => this.#loadMembers(id)));
        return this.requestUpdate();
      case 'load-members':
        await this.#loadMembers(action.dimension);
        return this.requestUpdate();
      case 'renew':
        return this.#renew();
      case 'keep-release':
        this.#releases.decline();
        return this.#announcer.say(fill(text.said_kept, { release: formatRelease(cube.release.id) }));
      case 'extend-session':
        this.dispatchEvent(new SessionExtendEvent(this.#exploration.link));
        return;
      case 'why':
        return this.declaration?.showDisclosure();
      case 'field-menu':
      case 'add-menu':
      case 'tools-menu':
      case 'menu':
        return this.#open(scene, action, origin);
    }
  }

  async #open(scene: MenuScene, action: MenuAction, origin: HTMLElement | null): Promise<void> {
    if (!origin) return;
    const { label, items } = openMenu(scene, action);
    await this.menu.open(origin, label, items, (chosen, from) => void this.#act(chosen, from));
  }

  /** Does it, says it, and lets focus follow the field. */
  async #obey(command: Command, origin: HTMLElement | null): Promise<void> {
    const changed = this.#exploration.obey(command);
    const scene = this.#scene();
    if (!scene) return;
    const { state, cube, language } = scene;
    const done = announcement(command, state, cube, language, this.#nameOf);
    const panel = panelOf(this.#circumstances(scene));
    if (panel?.state.kind === 'too-large') this.#announcer.sayPanel(panel.state, done);
    else this.#announcer.say(changed || SAID_ANYWAY.has(command.kind) ? done : texts[language].said_nothing);
    const from = origin?.getRootNode();
    const within = from instanceof ShadowRoot && from.host instanceof DatakubeZone ? from.host : null;
    if (!within) return;
    await this.updateComplete;
    const target = zoneAfter(command);
    const id = target?.id ?? origin?.dataset['key'] ?? '';
    const zone = [...this.zones].find((candidate) => candidate.zone === (target?.zone ?? within.zone));
    await zone?.focusChip(id);
  }

  /** Asks what a query asks, as a step of the user. */
  async #take(
    asked: Query,
    present: ExplorerState,
    deed: Deed,
    changes: Partial<ExplorerState> = {},
  ): Promise<void> {
    const { cube } = this.#exploration;
    if (!cube) return;
    await Promise.all((asked.filters ?? []).map(({ dimension }) => this.#loadMembers(dimension)));
    const levelOf = (dimension: string, member: string): string | undefined =>
      this.#members.levelOf(dimension, member);
    const next = settled({ ...stateOf(asked, cube, levelOf, present), ...changes }, cube);
    this.#exploration.go(next, deed);
    this.#announcer.say(this.#title());
  }

  /** An example is shown as its author meant it: nothing of what was chosen before is kept. */
  async #takeExample({ cube, language }: MenuScene, id: string): Promise<void> {
    const example = cube.examples.find((each) => each.id === id);
    if (!example) return;
    const { name, chart } = example;
    const shown = chart ? ({ view: 'chart', chart } as const) : {};
    await this.#take(example.query, firstLayout(cube), { kind: 'example', id, name }, shown);
    const said = { name: name[language], title: this.#title() };
    this.#announcer.say(fill(texts[language].said_example, said));
  }

  async #choose(dimension: string, instead: boolean, origin: HTMLElement | null): Promise<void> {
    this.dialog.failed = !(await this.#loadMembers(dimension));
    this.dialog.members = this.#members.members(dimension);
    const scene = this.#scene();
    if (!scene || !origin) return;
    const choice = filterChoice(scene.state, scene.cube, dimension, instead, scene.language);
    if (choice) await this.dialog.open(origin, choice);
  }

  async #fetchFile(state: ExplorerState): Promise<void> {
    const { client } = this.#clients;
    const { language } = this.#language;
    if (client && (await this.#download.fetch(client, this.cube, queryOf(state), language)))
      this.#announcer.say(texts[language].said_downloaded);
  }

  #again(): void {
    if (this.#cubes.progress.kind === 'failed') this.#cubes.again();
    else this.#queries.again();
  }

  async #renew(): Promise<void> {
    if (!(await this.#cubes.renew())) return;
    const { progress } = this.#cubes;
    const release = progress.kind === 'ready' ? formatRelease(progress.cube.release.id) : '';
    this.#announcer.say(fill(texts[this.#language.language].said_renewed, { release }));
  }

  /** True when the members are here. A dimension whose names cannot be had shows its codes. */
  async #loadMembers(dimension: string): Promise<boolean> {
    try {
      await this.#members.load(dimension);
      return true;
    } catch {
      return false;
    }
  }

  readonly #nameOf = (dimension: string, member: string): string =>
    this.#members.nameOf(dimension, member, this.#language.language);

  #title(): string {
    const scene = this.#scene();
    return scene ? titleOf(scene.state, scene.cube, scene.language, this.#nameOf) : '';
  }

  #canDownload(): boolean {
    const { progress } = this.#cubes;
    return progress.kind === 'ready' && progress.capabilities.formats.includes('csv');
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
    if (lost) this.#again();
    this.#announcer.say(texts[this.#language.language].said_online);
  }

  readonly #onDeclarationRequest = (event: Event): void => {
    if (event.defaultPrevented || !this.declaration) return;
    event.preventDefault();
    void this.declaration.showDisclosure();
  };

  readonly #onSort = ({ sort }: SortChangeEvent): void =>
    void this.#act(change({ kind: 'sort', sort }), null);

  readonly #onExpand = ({ collapsed }: ExpandChangeEvent): void =>
    void this.#act(change({ kind: 'collapse', collapsed }), null);

  readonly #onTableRequest = async (event: TableRequestEvent): Promise<void> => {
    const { request } = event;
    // The page around the explorer need not hear what the explorer does itself.
    event.stopPropagation();
    if (request.kind === 'about') return this.fields?.describe(request.field);
    if (request.kind === 'leave-out') await this.#loadMembers(request.dimension);
    const { state } = this;
    const command = state && commandFor(request, state, this.#membersOf);
    if (command) await this.#act(change(command), null);
  };

  /** Undo and redo as everywhere else, except in a text that has its own. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (event.composedPath().some((node) => node instanceof HTMLInputElement)) return;
    const key = event.key.toLowerCase();
    const kind = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
    if (kind === null || !this.#exploration[kind === 'undo' ? 'undoes' : 'redoes']) return;
    event.preventDefault();
    void this.#act({ kind }, null);
  };
}

/** Before there is a table. */
const NO_SIZE: Estimate = { rows: 0, columns: 0, cells: 0, exact: true };

/** Commands that say why they change nothing, or that need not change anything. */
const SAID_ANYWAY: ReadonlySet<Command['kind']> = new Set([
  'remove',
  'view',
  'chart',
  'collapse',
  'shift',
  'reorder',
]);

declare global {
  interface HTMLElementTagNameMap {
    'datakube-explorer': DatakubeExplorer;
  }
}
