import type { DatakubeClient } from '@datakube/client';
import type { Capabilities } from '@datakube/contract';
import type { ReactiveControllerHost } from 'lit';
import type { DatakubeChart } from '../chart/chart.ts';
import type { Failure } from '../controllers/failure.ts';
import type { Answer } from '../controllers/query-controller.ts';
import type { Action } from '../explorer/action.ts';
import {
  DownloadController,
  type DownloadProgress,
  type WantedFile,
} from '../explorer/download/download-controller.ts';
import { fileName } from '../explorer/download/file-name.ts';
import type { MenuScene } from '../explorer/menus/menu-scene.ts';
import { fill } from '../localisation/texts.ts';
import type { DatakubeMenu } from '../menu/menu.ts';
import { queryOf } from '../state/index.ts';
import { texts } from './view.texts.ts';

/** What files are made of, and where their menu opens. */
export interface Downloadable {
  readonly client: DatakubeClient;
  readonly scene: MenuScene;
  readonly capabilities: Capabilities;
  /** What is shown; null while it is not here. */
  readonly answer: Answer | null;
  readonly menu: DatakubeMenu;
  readonly chart: DatakubeChart | null;
}

/** The files of a view: the menu of an explorer, for a table that the page has chosen. */
export class ViewDownloads {
  readonly #files: DownloadController;
  readonly #say: (text: string) => void;
  #language: 'da' | 'en' = 'da';

  constructor(
    host: ReactiveControllerHost,
    { onFailure, say }: { onFailure: (failure: Failure) => void; say: (text: string) => void },
  ) {
    this.#say = say;
    this.#files = new DownloadController(host, onFailure, (name) =>
      say(fill(texts[this.#language].saidFetching, { name })),
    );
  }

  get progress(): DownloadProgress {
    return this.#files.progress;
  }

  async open(origin: HTMLElement, of: Downloadable): Promise<void> {
    const { scene, capabilities, answer, menu, chart } = of;
    const { downloadMenu } = await import('../explorer/download/download-menu.ts');
    const estimate = { rows: 0, columns: 0, cells: 0, exact: false };
    const { label, items } = downloadMenu(
      { state: scene.state, capabilities, answer, estimate, pictures: chart !== null },
      scene.language,
    );
    await menu.open(origin, label, items, (action) => void this.#choose(action, of));
  }

  stop(): void {
    this.#files.stop();
  }

  /** Tries the file again that could not be had. */
  async again(): Promise<void> {
    const { wanted } = this.#files;
    if (wanted) await this.#fetch(wanted);
  }

  async #choose(action: Action, { client, scene, chart }: Downloadable): Promise<void> {
    const { cube, language, state } = scene;
    this.#language = language;
    if (action.kind === 'picture') {
      const saved = await chart?.savePicture(action.picture).catch(() => false);
      return this.#say(saved ? texts[language].saidPictured : texts[language].saidNotPictured);
    }
    if (action.kind !== 'download' || !action.format) return;
    const { format } = action;
    const name = fileName(cube, format);
    await this.#fetch({ client, cube: cube.id, query: queryOf(state), format, name, language });
  }

  async #fetch(wanted: WantedFile): Promise<void> {
    if (await this.#files.fetch(wanted))
      this.#say(fill(texts[wanted.language].saidDownloaded, { name: wanted.name }));
  }
}
