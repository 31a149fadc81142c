import type { DatakubeClient } from '@datakube/client';
import type { Cube, Language, MemberEntry } from '@datakube/contract';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { ClientController, type OwnClient } from '../controllers/client-controller.ts';
import type { Failure } from '../controllers/failure.ts';
import { LanguageController } from '../controllers/language-controller.ts';
import { MemberDirectory } from '../controllers/member-directory.ts';
import { QueryController } from '../controllers/query-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { DatakubeErrorEvent } from '../events/error-event.ts';
import { queryOf, type ExplorerState, type StateRequest } from '../state/index.ts';
import { Announcer } from './announcer.ts';
import { answerView, type ChartDress } from './answer/answer-view.ts';
import type { Circumstances } from './answer/panels.ts';
import { rememberedTableView, steadyTableView, tableView } from './answer/table-view.ts';
import { CubeController } from './cube-controller.ts';
import { Downloads } from './download/downloads.ts';
import { Exploration } from './exploration.ts';
import { texts } from './explorer.texts.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import { PrintController } from './print/print-controller.ts';
import { ConnectionWatch } from './watch/connection-watch.ts';
import { RetryTimer } from './watch/retry-timer.ts';

/** An element that shows the answer of a cube: which cube, of which environment. */
export type InquiringHost = LitElement &
  OwnClient & {
    readonly cube: string;
    get state(): ExplorerState | null;
    set state(state: StateRequest | null);
  };

/** How one element that asks differs from another. */
export interface InquiryManner {
  /** The page has chosen what is shown, and the reader cannot choose anything else. */
  readonly steady: boolean;
  /** The environment has answered from another release than the cube's. */
  readonly renew: () => void;
}

/** A cube that is here, and who gave it. */
export interface Ready {
  readonly client: DatakubeClient;
  readonly cube: Cube;
}

/** What decides of an answer beside how the question is doing. */
export type OwnCircumstances = Pick<
  Circumstances,
  'canUndo' | 'size' | 'limit' | 'expected' | 'newer' | 'session'
>;

/**
 * A cube, what is asked of it, and how that is doing: waiting, trying again, off the net, refused or answered, what
 * is said of each, and what stands in the table's place.
 */
export class Inquiry implements ReactiveController {
  readonly cubes: CubeController;
  readonly members: MemberDirectory;
  readonly queries: QueryController;
  readonly exploration: Exploration;
  readonly announcer: Announcer;
  readonly downloads: Downloads;
  readonly #host: InquiringHost;
  readonly #manner: InquiryManner;
  readonly #language: LanguageController;
  readonly #clients: ClientController;
  readonly #retry: RetryTimer;
  readonly #connection: ConnectionWatch;
  readonly #tableView: ReturnType<typeof rememberedTableView>;
  #renewed = '';

  constructor(host: InquiringHost, manner: InquiryManner) {
    this.#host = host;
    this.#manner = manner;
    const { steady } = manner;
    const language = (): Language => this.language;
    const onFailure = (failure: Failure): void => this.#onFailure(failure);
    new ThemeController(host);
    new PrintController(host, language);
    this.#language = new LanguageController(host);
    this.#clients = new ClientController(host, () => host);
    this.cubes = new CubeController(host);
    this.members = new MemberDirectory(host);
    this.queries = new QueryController(host);
    this.exploration = new Exploration(host);
    this.announcer = new Announcer(host, language, steady);
    this.downloads = new Downloads(host, { language, onFailure, say: (text) => this.announcer.say(text) });
    this.#retry = new RetryTimer(host, () => this.again());
    this.#connection = new ConnectionWatch(host, (offline) => this.#onConnection(offline));
    this.#tableView = rememberedTableView(steady ? steadyTableView : tableView);
    this.cubes.onFailure = onFailure;
    this.queries.onFailure = onFailure;
    this.queries.onSlow = () =>
      steady
        ? this.announcer.sayPanel({ kind: 'loading', cells: 0, seconds: null })
        : this.announcer.say(texts[this.language].said_loading);
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    // A page may have set it before the element was known.
    if (!Object.hasOwn(host, 'state')) return;
    const { state } = host;
    delete (host as { state?: unknown }).state;
    host.state = state;
  }

  get language(): Language {
    return this.#language.language;
  }

  get client(): DatakubeClient | null {
    return this.#clients.client;
  }

  /** What is chosen, and of which cube; null until that is known. */
  get scene(): MenuScene | null {
    const { state, cube } = this.exploration;
    if (!state || cube?.id !== this.#host.cube) return null;
    const columns = this.queries.answer?.cells.columns ?? [];
    const { language, membersOf, nameOf } = this;
    return { state, cube, language, columns, membersOf, nameOf };
  }

  readonly membersOf = (dimension: string): readonly MemberEntry[] => this.members.members(dimension);

  readonly nameOf = (dimension: string, member: string): string =>
    this.members.nameOf(dimension, member, this.language);

  /**
   * Fetches the cube. Null until it is here, and off the page: an update may come after the element has been taken
   * away, and what it began would never be ended.
   */
  prepare(): Ready | null {
    const { client } = this;
    const id = this.#host.cube;
    if (!client || !id || !this.#host.isConnected) return null;
    this.cubes.use(client, id);
    this.members.use(client, id);
    const { progress } = this.cubes;
    return progress.kind === 'ready' && progress.cube.id === id ? { client, cube: progress.cube } : null;
  }

  /** Asks for what is chosen, and follows how the question is doing. Without `may`, it only follows. */
  ask({ client, cube }: Ready, state: ExplorerState, may = true): void {
    for (const { dimension } of state.filters) void this.members.tryLoad(dimension);
    const { queries, language } = this;
    if (may) queries.ask({ client, cube, query: queryOf(state), language });
    const { progress, answer } = queries;
    this.#retry.follow(progress.kind === 'failed' ? progress.failure : null, progress.kind === 'answered');
    const release = answer?.cells.release;
    if (progress.kind !== 'answered' || !release || release === cube.release.id || release === this.#renewed)
      return;
    // The environment has gone on: what is said of the cube has to be of the same release as the numbers.
    this.#renewed = release;
    this.#manner.renew();
  }

  /** Asks again what could not be had. */
  again(): void {
    if (this.cubes.progress.kind === 'failed') this.cubes.again();
    else this.queries.again();
  }

  /** The user has taken over: what fails now fails for the first time. */
  takeOver(): void {
    this.#retry.reset();
  }

  /** Everything that decides what stands where the table stands. */
  circumstances(own: OwnCircumstances): Circumstances {
    return {
      ...own,
      scene: this.scene,
      homeless: this.client === null && !this.#clients.waiting,
      cubes: this.cubes.progress,
      progress: this.queries.progress,
      answer: this.queries.answer,
      membersOf: this.membersOf,
      secondsToRetry: this.#retry.secondsLeft,
      download: this.downloads.progress,
      offline: this.#connection.offline,
      steady: this.#manner.steady,
    };
  }

  /** The table or chart, or what stands in its place. */
  answer(own: OwnCircumstances, dress: ChartDress): TemplateResult {
    const { progress } = this.cubes;
    const at = this.circumstances(own);
    return answerView(
      at,
      at.scene && this.#tableView(at.scene.state, at.scene.cube),
      progress.kind === 'ready' ? progress.capabilities.user.own : [],
      dress,
      this.language,
    );
  }

  #onFailure(failure: Failure): void {
    // What fails again by itself was said the first time.
    if (!this.#retry.isTrying) this.announcer.sayFailure(failure);
    this.#host.dispatchEvent(new DatakubeErrorEvent(failure.code, failure.error));
  }

  #onConnection(offline: boolean): void {
    const { answer, progress } = this.queries;
    if (offline && answer) return this.announcer.sayPanel({ kind: 'offline', since: answer.at });
    if (offline) return;
    const lost = [progress, this.cubes.progress].some(
      (at) => at.kind === 'failed' && at.failure.kind === 'offline',
    );
    if (lost) this.again();
    this.announcer.say(texts[this.language].said_online);
  }
}
