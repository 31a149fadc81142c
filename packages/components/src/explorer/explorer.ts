import type { GetToken } from '@datakube/client';
import type { Cube, Query } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state as internal } from 'lit/decorators.js';
import { ClientController } from '../controllers/client-controller.ts';
import type { Failure } from '../controllers/failure.ts';
import { LanguageController } from '../controllers/language-controller.ts';
import { MemberDirectory } from '../controllers/member-directory.ts';
import { QueryController } from '../controllers/query-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import { DatakubeErrorEvent } from '../events/error-event.ts';
import { fill } from '../localisation/texts.ts';
import { version } from '../registration/version.ts';
import { queryOf, stateOf, titleOf, type Command, type ExplorerState, type Zone } from '../state/index.ts';
import { base } from '../styles/base.ts';
import { besideNumbers } from '../styles/beside-numbers.ts';
import { controls } from '../styles/controls.ts';
import type { Action, ActionEvent } from './action.ts';
import { announcement, nameOfField, zoneAfter } from './announcement.ts';
import { answerView } from './answer-view.ts';
import { CubeController } from './cube-controller.ts';
import { Exploration } from './exploration.ts';
import { explorerDrag } from './explorer-drag.ts';
import { styles } from './explorer.styles.ts';
import { texts } from './explorer.texts.ts';
import { addMenu, fieldMenu, type MenuScene } from './field-menu.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import { LinkController, type LinkPlace } from './link-controller.ts';
import type { MenuItem } from '../menu/menu-item.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { saveFile } from './save-file.ts';
import { failureWords } from './state-panel/failure-words.ts';
import { toolsMenu } from './tools-menu.ts';
import { chipsOf, fieldsOf, filterChoice } from './view-model.ts';
import { DatakubeZone } from './zone/zone.ts';

/** The zones as they are read: sides of the table first. */
const ZONES_SHOWN: readonly Zone[] = ['rows', 'columns', 'filters', 'measures'];

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
 * @fires {DatakubeErrorEvent} datakube-error - An answer could not be had.
 *
 * @csspart explorer - The frame.
 * @csspart head - Name of the cube and title of the table.
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

  @internal() private said = '';

  @query('datakube-menu') private readonly menu!: DatakubeMenu;
  @query('datakube-filter-dialog') private readonly dialog!: DatakubeFilterDialog;
  @query('datakube-declaration') private readonly declaration!: DatakubeDeclaration | null;
  @queryAll('datakube-zone') private readonly zones!: NodeListOf<DatakubeZone>;

  readonly #language = new LanguageController(this);
  readonly #clients = new ClientController(this, () => this);
  readonly #cubes = new CubeController(this);
  readonly #members = new MemberDirectory(this);
  readonly #queries = new QueryController(this);
  readonly #exploration = new Exploration(this);
  readonly #link = new LinkController(
    this,
    () => this.#linkPlace(),
    (link) => this.#exploration.follow(link),
  );

  constructor() {
    super();
    new ThemeController(this);
    explorerDrag(this, {
      zones: () => [...this.zones],
      scene: () => this.#scene(),
      say: (text) => this.#say(text),
      act: (action, origin) => void this.#act(action, origin),
    });
    const onFailure = (failure: Failure): void => {
      const { heading, detail } = failureWords(failure, this.#language.language);
      this.#say(`${heading}. ${detail}`);
      this.dispatchEvent(new DatakubeErrorEvent(failure.code, failure.error));
    };
    this.#cubes.onFailure = onFailure;
    this.#queries.onFailure = onFailure;
    this.#queries.onSlow = () => this.#say(texts[this.#language.language].said_loading);
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
    this.#exploration.enter(progress.cube, this.#link.read());
    const { state } = this.#exploration;
    if (!state) return;
    for (const { dimension } of state.filters) void this.#loadMembers(dimension);
    const { language } = this.#language;
    this.#queries.ask({ client, cube: this.cube, query: queryOf(state), language });
    this.#link.write(this.#exploration.link);
  }

  override render(): TemplateResult {
    const scene = this.#scene();
    const { language } = this.#language;
    const text = texts[language];
    const { canUndo } = this.#exploration;
    const answer = answerView({
      scene,
      homeless: this.#clients.client === null && !this.#clients.waiting,
      cubes: this.#cubes.progress,
      progress: this.#queries.progress,
      answer: this.#queries.answer,
      canUndo,
      language,
    });
    return html`<section
      class="explorer"
      part="explorer"
      aria-label=${fill(text.explorer, { name: scene?.cube.name[language] ?? this.cube })}
      @action=${(event: ActionEvent) => void this.#act(event.action, event.origin)}
      @datakube-declaration-request=${this.#onDeclarationRequest}
    >
      ${scene ? this.#workbench(scene, answer) : answer}
      <div class="visually-hidden" role="status">${this.said}</div>
      <datakube-menu></datakube-menu>
      <datakube-filter-dialog></datakube-filter-dialog>
    </section>`;
  }

  #workbench(scene: MenuScene, answer: TemplateResult): TemplateResult {
    const { state, cube, language } = scene;
    const { canUndo, canRedo } = this.#exploration;
    return html`<header class="head" part="head">
        <div>
          <p class="kicker">${cube.name[language]}</p>
          <h2>${titleOf(state, cube, language, this.#nameOf)}</h2>
        </div>
        ${cube.synthetic ? html`<span class="tag">${texts[language].synthetic}</span>` : nothing}
      </header>
      <datakube-toolbar
        .canUndo=${canUndo}
        .canRedo=${canRedo}
        .canDownload=${this.#canDownload()}
        .totals=${state.totals}
        .view=${state.view}
        .chart=${state.chart}
      ></datakube-toolbar>
      <div class="body">
        <datakube-field-list
          class="fields"
          .fields=${fieldsOf(state, cube, language, this.#members)}
        ></datakube-field-list>
        <div class="main">
          <div class="zones">
            ${ZONES_SHOWN.map(
              (zone) =>
                html`<datakube-zone
                  .zone=${zone}
                  .chips=${chipsOf(state, cube, zone, language, this.#nameOf)}
                ></datakube-zone>`,
            )}
          </div>
          ${answer}
        </div>
      </div>
      <datakube-declaration
        class="about"
        .declaration=${cube.declaration}
        .release=${cube.release.id}
        .published=${cube.release.published}
      ></datakube-declaration>`;
  }

  /** The table as it stands; null until the cube is known. */
  #scene(): MenuScene | null {
    const { state, cube } = this.#exploration;
    return state && cube?.id === this.cube ? { state, cube, language: this.#language.language } : null;
  }

  async #act(action: Action, origin: HTMLElement | null): Promise<void> {
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
        return this.#say(fill(text.said_undo, { title: this.#title() }));
      case 'redo':
        this.#exploration.redo();
        return this.#say(fill(text.said_redo, { title: this.#title() }));
      case 'start-over':
        this.#exploration.startOver();
        return this.#say(this.#title());
      case 'apply':
        return this.#apply(cube, state, action.query);
      case 'download':
        return this.#download(state);
      case 'choose':
        return this.#choose(action.dimension, action.instead, origin);
      case 'search-members':
        await Promise.all(cube.dimensions.map(({ id }) => this.#loadMembers(id)));
        return;
      case 'field-menu': {
        const label = nameOfField(cube, action.id, language);
        return this.#open(origin, label, fieldMenu(scene, action.zone, action.id));
      }
      case 'add-menu': {
        const label = fill(text.addTo, { zone: text[action.zone].toLocaleLowerCase(language) });
        return this.#open(origin, label, addMenu(scene, action.zone));
      }
      case 'tools-menu':
        return this.#open(origin, text.moreTools, toolsMenu(scene, this.#canDownload()));
    }
  }

  async #open(origin: HTMLElement | null, label: string, items: readonly MenuItem<Action>[]): Promise<void> {
    if (origin) await this.menu.open(origin, label, items, (action, from) => void this.#act(action, from));
  }

  /** Does it, says it, and lets focus follow the field. */
  async #obey(command: Command, origin: HTMLElement | null): Promise<void> {
    this.#exploration.obey(command);
    const scene = this.#scene();
    if (!scene) return;
    this.#say(announcement(command, scene.state, scene.cube, scene.language, this.#nameOf));
    const from = origin?.getRootNode();
    const within = from instanceof ShadowRoot && from.host instanceof DatakubeZone ? from.host : null;
    if (!within) return;
    await this.updateComplete;
    const target = zoneAfter(command);
    const id = target?.id ?? origin?.dataset['key'] ?? '';
    const zone = [...this.zones].find((candidate) => candidate.zone === (target?.zone ?? within.zone));
    await zone?.focusChip(id);
  }

  async #apply(cube: Cube, present: ExplorerState, wayOut: Query): Promise<void> {
    await Promise.all((wayOut.filters ?? []).map(({ dimension }) => this.#loadMembers(dimension)));
    const levelOf = (dimension: string, member: string): string | undefined =>
      this.#members.levelOf(dimension, member);
    this.#exploration.go(stateOf(wayOut, cube, levelOf, present));
    this.#say(this.#title());
  }

  async #choose(dimension: string, instead: boolean, origin: HTMLElement | null): Promise<void> {
    this.dialog.failed = !(await this.#loadMembers(dimension));
    this.dialog.members = this.#members.members(dimension);
    const scene = this.#scene();
    if (!scene || !origin) return;
    const choice = filterChoice(scene.state, scene.cube, dimension, instead, scene.language, this.#members);
    if (choice) await this.dialog.open(origin, choice);
  }

  async #download(state: ExplorerState): Promise<void> {
    const { client } = this.#clients;
    const { language } = this.#language;
    if (!client) return;
    try {
      saveFile(await client.download(this.cube, queryOf(state), 'csv', { language }), `${this.cube}.csv`);
      this.#say(texts[language].said_downloaded);
    } catch (error) {
      this.#queries.fail(error);
    }
  }

  #again(): void {
    if (this.#cubes.progress.kind === 'failed') this.#cubes.again();
    else this.#queries.again();
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

  #linkPlace(): LinkPlace {
    if (this.syncUrl === null) return null;
    return this.syncUrl === 'query' ? 'query' : 'hash';
  }

  readonly #onDeclarationRequest = (event: Event): void => {
    if (event.defaultPrevented || !this.declaration) return;
    event.preventDefault();
    void this.declaration.showDisclosure();
  };

  /** Said once: a listener hears the same words again only when something lies between. */
  #say(text: string): void {
    this.said = text === this.said ? `${text}\u00a0` : text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-explorer': DatakubeExplorer;
  }
}
