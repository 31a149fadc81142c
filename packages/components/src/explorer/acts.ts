import type { DatakubeClient } from '@datakube/client';
import { isChartType, type Format, type Query } from '@datakube/contract';
import type { LitElement } from 'lit';
import type { DatakubeChart } from '../chart/chart.ts';
import type { MemberDirectory } from '../controllers/member-directory.ts';
import type { QueryController } from '../controllers/query-controller.ts';
import type { DatakubeDeclaration } from '../declaration/declaration.ts';
import { SessionExtendEvent } from '../events/session-extend-event.ts';
import type { TableRequest } from '../events/table-request-event.ts';
import { formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import {
  estimate,
  firstLayout,
  obey,
  queryOf,
  settled,
  stateOf,
  titleOf,
  type Command,
  type ExplorerState,
} from '../state/index.ts';
import { change, type Action } from './action.ts';
import { announcement, zoneAfter } from './announcement.ts';
import type { Announcer } from './announcer.ts';
import { panelOf, type Circumstances } from './answer/panels.ts';
import { commandFor } from './answer/table-requests.ts';
import type { CubeController } from './cube-controller.ts';
import type { Deed } from './deed.ts';
import type { DownloadController, WantedFile } from './download/download-controller.ts';
import { fileName } from './download/file-name.ts';
import type { Picture } from './download/picture.ts';
import type { Exploration } from './exploration.ts';
import { texts } from './explorer.texts.ts';
import type { DatakubeFieldList } from './field-list/field-list.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import type { MenuAction } from './menus/open-menu.ts';
import type { DatakubeSharePanel } from './share/share-panel.ts';
import { sizeWords } from './size-words.ts';
import type { ReleaseWatch } from './watch/release-watch.ts';
import type { RetryTimer } from './watch/retry-timer.ts';
import { DatakubeZone } from './zone/zone.ts';

/** What the acts of a user reach. */
export interface Reach {
  readonly host: LitElement;
  readonly exploration: Exploration;
  readonly cubes: CubeController;
  readonly queries: QueryController;
  readonly members: MemberDirectory;
  readonly releases: ReleaseWatch;
  readonly retry: RetryTimer;
  readonly announcer: Announcer;
  readonly download: DownloadController;
  readonly client: () => DatakubeClient | null;
  /** Address of the page where it keeps what is chosen in it; else null. */
  readonly address: () => string | null;
  readonly scene: () => MenuScene | null;
  readonly circumstances: (scene: MenuScene) => Circumstances;
  readonly parts: () => {
    readonly menu: DatakubeMenu;
    readonly dialog: DatakubeFilterDialog;
    readonly sharing: DatakubeSharePanel;
    readonly fields: DatakubeFieldList | null;
    readonly declaration: DatakubeDeclaration | null;
    readonly chart: DatakubeChart | null;
    readonly zones: Iterable<DatakubeZone>;
  };
}

/** Does what a user asks for, wherever it was asked, and says what was done. */
export class Acts {
  readonly #reach: Reach;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /**
   * Does it.
   *
   * @param origin the control that was used: menus open beside it, and focus follows what it stands for
   */
  async act(action: Action, origin: HTMLElement | null): Promise<void> {
    const { exploration, members, releases, announcer, retry, queries } = this.#reach;
    retry.reset();
    if (action.kind === 'stop') return queries.stop();
    if (action.kind === 'again') return this.again();
    const scene = this.#reach.scene();
    if (!scene) return;
    const { state, cube, language } = scene;
    const text = texts[language];
    switch (action.kind) {
      case 'change':
        return this.#obey(action.command, origin);
      case 'undo':
      case 'redo':
        exploration[action.kind]();
        return announcer.say(fill(text[`said_${action.kind}`], { title: this.#title() }));
      case 'start-over':
        exploration.startOver();
        return announcer.say(this.#title());
      case 'apply':
        return this.#take(action.query, state, { kind: 'way-out' });
      case 'example':
        return this.#takeExample(scene, action.id);
      case 'download':
        return this.#fetchFile(scene, action.format);
      case 'stop-download':
        return this.#reach.download.stop();
      case 'picture':
        return this.#savePicture(scene, action.picture);
      case 'chart-types':
        return void (origin && this.#reach.parts().chart?.openTypes(origin));
      case 'share':
        return this.#share(scene, origin);
      case 'download-menu':
        return this.#openDownloads(scene, origin);
      case 'choose':
        return this.#choose(action.dimension, action.instead, origin);
      case 'search-members':
        await Promise.all(cube.dimensions.map(({ id }) => members.tryLoad(id)));
        return this.#reach.host.requestUpdate();
      case 'load-members':
        await members.tryLoad(action.dimension);
        return this.#reach.host.requestUpdate();
      case 'renew':
        return this.renew();
      case 'keep-release':
        releases.decline();
        return announcer.say(fill(text.said_kept, { release: formatRelease(cube.release.id) }));
      case 'extend-session':
        this.#reach.host.dispatchEvent(new SessionExtendEvent(exploration.link));
        return;
      case 'why':
        return this.#reach.parts().declaration?.showDisclosure();
      case 'field-menu':
      case 'add-menu':
      case 'tools-menu':
      case 'menu':
        return this.#open(scene, action, origin);
    }
  }

  /** Does what the reader of the table has asked for in it. */
  async request(request: TableRequest): Promise<void> {
    const { members, exploration } = this.#reach;
    if (request.kind === 'about') return this.#reach.parts().fields?.describe(request.field);
    if (request.kind === 'leave-out') await members.tryLoad(request.dimension);
    const { state } = exploration;
    const command = state && commandFor(request, state, (dimension) => members.members(dimension));
    if (command) await this.act(change(command), null);
  }

  /** Asks again what could not be had. */
  again(): void {
    const { cubes, queries } = this.#reach;
    if (cubes.progress.kind === 'failed') cubes.again();
    else queries.again();
  }

  /** Goes over to the release of now. */
  async renew(): Promise<void> {
    const { cubes, announcer } = this.#reach;
    if (!(await cubes.renew())) return;
    const scene = this.#reach.scene();
    if (!scene) return;
    const { progress } = cubes;
    const release = progress.kind === 'ready' ? formatRelease(progress.cube.release.id) : '';
    announcer.say(fill(texts[scene.language].said_renewed, { release }));
  }

  async #open(scene: MenuScene, action: MenuAction, origin: HTMLElement | null): Promise<void> {
    if (!origin) return;
    // The menus come with the first that is opened.
    const { openMenu } = await import('./menus/open-menu.ts');
    const { label, items } = openMenu(scene, action);
    const { menu } = this.#reach.parts();
    await menu.open(origin, label, items, (chosen, from) => void this.act(chosen, from));
  }

  /** Does it, says it, and lets focus follow the field. */
  async #obey(command: Command, origin: HTMLElement | null): Promise<void> {
    const { exploration, announcer, download, host } = this.#reach;
    const changed = exploration.obey(command);
    const scene = this.#reach.scene();
    if (!scene) return;
    const { state, cube, language, nameOf } = scene;
    const done = announcement(command, state, cube, language, nameOf);
    if (changed) download.forget();
    const panel = panelOf(this.#reach.circumstances(scene));
    if (panel?.state.kind === 'too-large') announcer.sayPanel(panel.state, done);
    else announcer.say(changed || SAID_ANYWAY.has(command.kind) ? done : texts[language].said_nothing);
    const from = origin?.getRootNode();
    const within = from instanceof ShadowRoot && from.host instanceof DatakubeZone ? from.host : null;
    if (!within) return;
    await host.updateComplete;
    const target = zoneAfter(command);
    const id = target?.id ?? origin?.dataset['key'] ?? '';
    const zones = [...this.#reach.parts().zones];
    await zones.find(({ zone }) => zone === (target?.zone ?? within.zone))?.focusChip(id);
  }

  /** Asks what a query asks, as a step of the user. */
  async #take(
    asked: Query,
    present: ExplorerState,
    deed: Deed,
    changes: Partial<ExplorerState> = {},
  ): Promise<void> {
    const { exploration, members, announcer } = this.#reach;
    const { cube } = exploration;
    if (!cube) return;
    await Promise.all((asked.filters ?? []).map(({ dimension }) => members.tryLoad(dimension)));
    const levelOf = (dimension: string, member: string): string | undefined =>
      members.levelOf(dimension, member);
    const next = settled({ ...stateOf(asked, cube, levelOf, present), ...changes }, cube);
    exploration.go(next, deed);
    announcer.say(this.#title());
  }

  /** An example is shown as its author meant it: nothing of what was chosen before is kept. */
  async #takeExample({ cube, language }: MenuScene, id: string): Promise<void> {
    const example = cube.examples.find((each) => each.id === id);
    if (!example) return;
    const { name, chart } = example;
    const shown = chart ? ({ view: 'chart', chart: isChartType(chart) ? chart : 'fitting' } as const) : {};
    await this.#take(example.query, firstLayout(cube), { kind: 'example', id, name }, shown);
    const said = { name: name[language], title: this.#title() };
    this.#reach.announcer.say(fill(texts[language].said_example, said));
  }

  async #choose(dimension: string, instead: boolean, origin: HTMLElement | null): Promise<void> {
    const { members, announcer } = this.#reach;
    const [loaded, failed] = await Promise.all([
      import('./filter-dialog/define.ts').catch(() => null),
      members.tryLoad(dimension).then((there) => !there),
    ]);
    const scene = this.#reach.scene();
    if (!scene || !origin) return;
    const { state, cube, language } = scene;
    if (!loaded) return announcer.say(texts[language].said_not_opened);
    const { dialog } = this.#reach.parts();
    dialog.failed = failed;
    dialog.members = members.members(dimension);
    dialog.preview = (field, takesOff) => {
      const then = obey(state, cube, { kind: 'filter', field, instead: takesOff });
      return sizeWords(estimate(then, cube, scene.membersOf), language);
    };
    const choice = loaded.filterChoice(state, cube, dimension, instead, language);
    if (choice) await dialog.open(origin, choice);
  }

  /** Files and pictures, each with what stands in its way. */
  async #openDownloads(scene: MenuScene, origin: HTMLElement | null): Promise<void> {
    const { cubes, queries } = this.#reach;
    if (!origin || cubes.progress.kind !== 'ready') return;
    const { downloadMenu } = await import('./download/download-menu.ts');
    const { menu, chart } = this.#reach.parts();
    const { label, items } = downloadMenu(
      {
        state: scene.state,
        capabilities: cubes.progress.capabilities,
        answer: queries.progress.kind === 'answered' ? queries.answer : null,
        estimate: this.#reach.circumstances(scene).size,
        pictures: chart !== null,
      },
      scene.language,
    );
    await menu.open(origin, label, items, (chosen, from) => void this.act(chosen, from));
  }

  async #fetchFile({ state, cube, language }: MenuScene, format: Format | undefined): Promise<void> {
    const { download, announcer } = this.#reach;
    const client = this.#reach.client();
    if (!client) return;
    const wanted: WantedFile | null = format
      ? { client, cube: cube.id, query: queryOf(state), format, name: fileName(cube, format), language }
      : download.wanted;
    if (wanted && (await download.fetch(wanted)))
      announcer.say(fill(texts[language].said_downloaded, { name: wanted.name }));
  }

  async #share({ state, cube, language, nameOf }: MenuScene, origin: HTMLElement | null): Promise<void> {
    const { announcer, address } = this.#reach;
    const client = this.#reach.client();
    const loaded = await import('./share/define.ts').catch(() => null);
    if (!loaded) return announcer.say(texts[language].said_not_opened);
    if (!origin || !client) return;
    await this.#reach.parts().sharing.open(origin, {
      view: loaded.sharedView(state, cube, client.url, language, nameOf),
      address: address(),
      release: cube.release.id,
    });
  }

  async #savePicture({ language }: MenuScene, picture: Picture): Promise<void> {
    const { chart } = this.#reach.parts();
    const saved = await chart?.savePicture(picture).catch(() => false);
    const text = texts[language];
    this.#reach.announcer.say(saved ? text.said_pictured : text.said_not_pictured);
  }

  #title(): string {
    const scene = this.#reach.scene();
    return scene ? titleOf(scene.state, scene.cube, scene.language, scene.nameOf) : '';
  }
}

/** Commands that say why they change nothing, or that need not change anything. */
const SAID_ANYWAY: ReadonlySet<Command['kind']> = new Set([
  'remove',
  'view',
  'chart',
  'collapse',
  'shift',
  'reorder',
]);
