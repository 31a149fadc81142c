import { isChartType, type Query } from '@datakube/contract';
import type { LitElement } from 'lit';
import type { DatakubeChart } from '../chart/chart.ts';
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
  settled,
  stateOf,
  titleOf,
  type Command,
  type ExplorerState,
} from '../state/index.ts';
import { change, type Action } from './action.ts';
import { announcement, zoneAfter } from './announcement.ts';
import { panelOf, type Circumstances } from './answer/panels.ts';
import { commandFor } from './answer/table-requests.ts';
import type { Deed } from './deed.ts';
import { texts } from './explorer.texts.ts';
import type { DatakubeFieldList } from './field-list/field-list.ts';
import type { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import type { Inquiry } from './inquiry.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import type { MenuAction } from './menus/open-menu.ts';
import type { DatakubeSharePanel } from './share/share-panel.ts';
import { sizeWords } from './size-words.ts';
import type { ReleaseWatch } from './watch/release-watch.ts';
import { DatakubeZone } from './zone/zone.ts';

/** What the acts of a user reach. */
export interface Reach {
  readonly host: LitElement;
  readonly inquiry: Inquiry;
  readonly releases: ReleaseWatch;
  /** Address of the page where it keeps what is chosen in it; else null. */
  readonly address: () => string | null;
  readonly circumstances: () => Circumstances;
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
    const { inquiry, releases } = this.#reach;
    const { exploration, members, announcer, downloads, scene } = inquiry;
    inquiry.takeOver();
    if (action.kind === 'stop') return inquiry.queries.stop();
    if (action.kind === 'again') return inquiry.again();
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
        if (!action.format) return downloads.again();
        return inquiry.client ? downloads.fetch(inquiry.client, scene, action.format) : undefined;
      case 'stop-download':
        return downloads.stop();
      case 'picture':
        return downloads.savePicture(this.#reach.parts().chart, action.picture);
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
    const { members, exploration, membersOf } = this.#reach.inquiry;
    if (request.kind === 'about') return this.#reach.parts().fields?.describe(request.field);
    if (request.kind === 'leave-out') await members.tryLoad(request.dimension);
    const { state } = exploration;
    const command = state && commandFor(request, state, membersOf);
    if (command) await this.act(change(command), null);
  }

  /** Goes over to the release of now. */
  async renew(): Promise<void> {
    const { inquiry } = this.#reach;
    const { cubes, announcer } = inquiry;
    if (!(await cubes.renew())) return;
    const { scene } = inquiry;
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
    const { inquiry, host } = this.#reach;
    const { exploration, announcer, downloads } = inquiry;
    const changed = exploration.obey(command);
    const { scene } = inquiry;
    if (!scene) return;
    const { state, cube, language, nameOf } = scene;
    const done = announcement(command, state, cube, language, nameOf);
    if (changed) downloads.forget();
    const panel = panelOf(this.#reach.circumstances());
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
    const { exploration, members, announcer } = this.#reach.inquiry;
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
    this.#reach.inquiry.announcer.say(fill(texts[language].said_example, said));
  }

  async #choose(dimension: string, instead: boolean, origin: HTMLElement | null): Promise<void> {
    const { members, announcer } = this.#reach.inquiry;
    const [loaded, failed] = await Promise.all([
      import('./filter-dialog/define.ts').catch(() => null),
      members.tryLoad(dimension).then((there) => !there),
    ]);
    const { scene } = this.#reach.inquiry;
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

  async #openDownloads({ state }: MenuScene, origin: HTMLElement | null): Promise<void> {
    const { cubes, queries, downloads } = this.#reach.inquiry;
    if (!origin || cubes.progress.kind !== 'ready') return;
    const { menu, chart } = this.#reach.parts();
    const of = {
      state,
      capabilities: cubes.progress.capabilities,
      answer: queries.progress.kind === 'answered' ? queries.answer : null,
      estimate: this.#reach.circumstances().size,
      pictures: chart !== null,
    };
    await downloads.open(origin, menu, of, (chosen, from) => void this.act(chosen, from));
  }

  async #share({ state, cube, language, nameOf }: MenuScene, origin: HTMLElement | null): Promise<void> {
    const { address, inquiry } = this.#reach;
    const { announcer, client } = inquiry;
    const loaded = await import('./share/define.ts').catch(() => null);
    if (!loaded) return announcer.say(texts[language].said_not_opened);
    if (!origin || !client) return;
    await this.#reach.parts().sharing.open(origin, {
      view: loaded.sharedView(state, cube, client.url, language, nameOf),
      address: address(),
      release: cube.release.id,
    });
  }

  #title(): string {
    const { scene } = this.#reach.inquiry;
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
