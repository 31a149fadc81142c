import type { GetToken } from '@datakube/client';
import { FORMATS, type Cube } from '@datakube/contract';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import type { ChartGeometry } from '../chart/geometry/chart-geometry.ts';
import type { DatakubeChart } from '../chart/chart.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import type { ChartTypeChangeEvent } from '../events/chart-type-change-event.ts';
import type { ExpandChangeEvent } from '../events/expand-change-event.ts';
import type { SortChangeEvent } from '../events/sort-change-event.ts';
import type { TableRequestEvent } from '../events/table-request-event.ts';
import { fill } from '../localisation/texts.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { version } from '../registration/version.ts';
import {
  estimate,
  fitOf,
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
import { answerStyles } from './answer/answer.styles.ts';
import { explorerDrag } from './explorer-drag.ts';
import { styles } from './explorer.styles.ts';
import { texts } from './explorer.texts.ts';
import type { DatakubeFieldList } from './field-list/field-list.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import { Inquiry, type OwnCircumstances } from './inquiry.ts';
import { LinkController, type LinkPlace } from './link-controller.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import type { DatakubeSharePanel } from './share/share-panel.ts';
import { ReleaseWatch } from './watch/release-watch.ts';
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
  /** Borders for a map, as GeoJSON or TopoJSON: `map` can be chosen where places of theirs are shown. None of Datakube's own. */
  @property({ attribute: false }) geometry: ChartGeometry | null = null;
  /** The property of a feature that holds the code of its place. Default: what the map takes by itself. */
  @property({ attribute: 'geometry-key' }) geometryKey = '';

  @query('datakube-menu') private readonly menu!: DatakubeMenu;
  @query('datakube-filter-dialog') private readonly dialog!: DatakubeFilterDialog;
  @query('datakube-share-panel') private readonly sharing!: DatakubeSharePanel;
  @query('datakube-field-list') private readonly fields!: DatakubeFieldList | null;
  @query('datakube-chart') private readonly chart!: DatakubeChart | null;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;
  @queryAll('datakube-zone') private readonly zones!: NodeListOf<DatakubeZone>;

  readonly #inquiry = new Inquiry(this, { steady: false, renew: () => void this.#acts.renew() });
  readonly #waiting = new WaitingTime();
  readonly #link = new LinkController(
    this,
    () => this.#linkPlace(),
    (link) => this.#inquiry.exploration.follow(link),
  );
  readonly #releases = new ReleaseWatch(
    this,
    () => this.checkReleaseEvery,
    (newer) => {
      const { announcer, exploration } = this.#inquiry;
      const shown = exploration.cube?.release.id ?? '';
      announcer.sayPanel({ kind: 'stale', newer, shown });
    },
  );
  readonly #session = new SessionWatch(
    this,
    () => this.sessionEnds,
    (phase) => {
      const { announcer } = this.#inquiry;
      if (phase === 'soon') announcer.sayPanel({ kind: 'session-soon', minutes: this.#session.minutes });
      if (phase === 'over') announcer.sayPanel({ kind: 'session-over' });
    },
  );
  readonly #acts = new Acts({
    host: this,
    inquiry: this.#inquiry,
    releases: this.#releases,
    address: () => (this.syncUrl === null ? null : location.href),
    circumstances: () => this.#inquiry.circumstances(this.#circumstances()),
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
    explorerDrag(this, {
      zones: () => [...this.zones],
      scene: () => this.#inquiry.scene,
      say: (text) => this.#inquiry.announcer.say(text),
      act: (action, origin) => void this.#acts.act(action, origin),
    });
  }

  /**
   * What the user has chosen, as plain data. Null until the cube is known; may be set at any time, and what is then
   * left out is as usual for the cube.
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
    const { client, cube } = ready;
    const { exploration, queries } = this.#inquiry;
    exploration.enter(cube, this.#link.read());
    this.#releases.use(client, cube);
    const { state } = exploration;
    if (!state) return;
    this.#inquiry.ask(ready, state, this.#mayAsk(state, cube));
    this.#link.write(exploration.link);
    const { kind } = queries.progress;
    if (kind === 'asking') this.#waiting.begin(this.#estimate(state, cube).cells);
    else this.#waiting.end(kind === 'answered');
  }

  /** False where the table is known to be too large, or may be until its members are known. */
  #mayAsk(state: ExplorerState, cube: Cube): boolean {
    const fit = fitOf(this.#estimate(state, cube), this.#limit());
    if (fit !== 'unsure') return fit === 'fits';
    const { members } = this.#inquiry;
    const unknown = [...state.rows, ...state.columns]
      .map(({ dimension }) => dimension)
      .filter((dimension) => members.standing(dimension) !== 'here');
    const waits = unknown.some((dimension) => members.standing(dimension) !== 'failed');
    for (const dimension of unknown) void members.tryLoad(dimension);
    // Where members cannot be had the environment is asked: it knows.
    return !waits;
  }

  override render(): TemplateResult {
    const { geometry, geometryKey } = this;
    const { scene, language, announcer } = this.#inquiry;
    const answer = this.#inquiry.answer(this.#circumstances(), { heading: '', geometry, geometryKey });
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
      <div class="visually-hidden" role="status">${announcer.said}</div>
      <datakube-menu></datakube-menu>
      <datakube-filter-dialog></datakube-filter-dialog>
      <datakube-share-panel></datakube-share-panel>
    </section>`;
  }

  #workbench(scene: MenuScene, answer: TemplateResult): TemplateResult {
    const { exploration, members } = this.#inquiry;
    const { undoes, redoes, origin } = exploration;
    const parts = {
      scene,
      title: titleOf(scene.state, scene.cube, scene.language, scene.nameOf),
      origin,
      undoes,
      redoes,
      canDownload: this.#canDownload(),
      size: this.#estimate(scene.state, scene.cube),
      limit: this.#limit(),
      members,
    };
    return workbench(parts, answer);
  }

  #circumstances(): OwnCircumstances {
    const { scene, exploration } = this.#inquiry;
    return {
      canUndo: exploration.undoes !== null,
      size: scene ? this.#estimate(scene.state, scene.cube) : NO_SIZE,
      limit: this.#limit(),
      expected: this.#waiting.expected(),
      newer: this.#releases.newer,
      session: this.#session,
    };
  }

  #canDownload(): boolean {
    const { progress } = this.#inquiry.cubes;
    return progress.kind === 'ready' && progress.capabilities.formats.some(isFormat);
  }

  /** Cells of a table that are given out at most. */
  #limit(): number {
    const { progress } = this.#inquiry.cubes;
    return progress.kind === 'ready' ? progress.capabilities.limits.cells : Infinity;
  }

  #estimate(state: ExplorerState, cube: Cube): Estimate {
    return estimate(state, cube, this.#inquiry.membersOf);
  }

  #linkPlace(): LinkPlace {
    if (this.syncUrl === null) return null;
    return this.syncUrl === 'query' ? 'query' : 'hash';
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
    if (kind === null || !this.#inquiry.exploration[kind === 'undo' ? 'undoes' : 'redoes']) return;
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
