import type { DatakubeClient } from '@datakube/client';
import type { Format, Language } from '@datakube/contract';
import type { ReactiveControllerHost } from 'lit';
import type { DatakubeChart } from '../../chart/chart.ts';
import type { Failure } from '../../controllers/failure.ts';
import { fill } from '../../localisation/texts.ts';
import type { DatakubeMenu } from '../../menu/menu.ts';
import { queryOf } from '../../state/index.ts';
import type { Action } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import type { MenuScene } from '../menus/menu-scene.ts';
import { DownloadController, type DownloadProgress, type WantedFile } from './download-controller.ts';
import type { Downloadable } from './download-menu.ts';
import { fileName } from './file-name.ts';
import type { Picture } from './picture.ts';

/** Where what becomes of a file is told. */
export interface DownloadListener {
  readonly language: () => Language;
  readonly say: (text: string) => void;
  readonly onFailure: (failure: Failure) => void;
}

/** The files and pictures of what is shown: their menu, and what a listener is told of them. */
export class Downloads {
  readonly #files: DownloadController;
  readonly #listener: DownloadListener;

  constructor(host: ReactiveControllerHost, listener: DownloadListener) {
    this.#listener = listener;
    this.#files = new DownloadController(host, listener.onFailure, (name) =>
      listener.say(fill(this.#text.said_fetching, { name })),
    );
  }

  get progress(): DownloadProgress {
    return this.#files.progress;
  }

  /** Opens the menu of files and pictures, each with what stands in its way. */
  async open(
    origin: HTMLElement,
    menu: DatakubeMenu,
    of: Downloadable,
    chosen: (action: Action, origin: HTMLElement) => void,
  ): Promise<void> {
    const { downloadMenu } = await import('./download-menu.ts');
    const { label, items } = downloadMenu(of, this.#listener.language());
    await menu.open(origin, label, items, chosen);
  }

  /** Fetches a file of what is shown. */
  async fetch(client: DatakubeClient, { state, cube, language }: MenuScene, format: Format): Promise<void> {
    const name = fileName(cube, format);
    await this.#fetch({ client, cube: cube.id, query: queryOf(state), format, name, language });
  }

  /** Tries the file again that could not be had. */
  async again(): Promise<void> {
    const { wanted } = this.#files;
    if (wanted) await this.#fetch(wanted);
  }

  async savePicture(chart: DatakubeChart | null, picture: Picture): Promise<void> {
    const saved = await chart?.savePicture(picture).catch(() => false);
    this.#listener.say(saved ? this.#text.said_pictured : this.#text.said_not_pictured);
  }

  stop(): void {
    this.#files.stop();
  }

  /** Another choice is made: what was said of a file is past. One under way still comes. */
  forget(): void {
    this.#files.forget();
  }

  async #fetch(wanted: WantedFile): Promise<void> {
    if (await this.#files.fetch(wanted))
      this.#listener.say(fill(this.#text.said_downloaded, { name: wanted.name }));
  }

  get #text(): (typeof texts)[Language] {
    return texts[this.#listener.language()];
  }
}
