import { canonicalQuery, type Cube } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { QueryChangeEvent } from '../events/query-change-event.ts';
import { ViewChangeEvent } from '../events/view-change-event.ts';
import {
  begin,
  firstLayout,
  fromLink,
  obey,
  queryOf,
  redo,
  step,
  toLink,
  undo,
  type Command,
  type ExplorerState,
  type History,
} from '../state/index.ts';

/** The user's way through a cube: what is chosen now, and the steps that led there. */
export class Exploration implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #cube: Cube | null = null;
  #history: History<ExplorerState> | null = null;
  #wanted: ExplorerState | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The cube the way leads through; null before it is known. */
  get cube(): Cube | null {
    return this.#cube;
  }

  get state(): ExplorerState | null {
    return this.#history?.present ?? this.#wanted;
  }

  get canUndo(): boolean {
    return (this.#history?.past.length ?? 0) > 0;
  }

  get canRedo(): boolean {
    return (this.#history?.future.length ?? 0) > 0;
  }

  /** The state as a link, with what is usual for the cube left out. */
  get link(): string {
    const { state } = this;
    return this.#cube && state ? toLink(state, firstLayout(this.#cube)) : '';
  }

  /** Begins with a cube, at a state that was set, a link or the first layout. The same cube goes on. */
  enter(cube: Cube, link: string | null): void {
    const same = this.#cube?.id === cube.id && this.#history !== null;
    this.#cube = cube;
    if (same) return;
    const usual = firstLayout(cube);
    this.#history = begin(this.#wanted ?? (link === null ? usual : fromLink(link, cube, usual)));
    this.#wanted = null;
  }

  /** Leaves a cube: another is on its way. */
  leave(): void {
    this.#cube = null;
    this.#history = null;
  }

  /** A state set by the page: a step like any other, but no event, since no user made it. */
  set(state: ExplorerState): void {
    if (this.#history) this.#history = step(this.#history, state);
    else this.#wanted = state;
    this.#host.requestUpdate();
  }

  /** Takes the state a link describes. */
  follow(link: string): void {
    if (this.#cube) this.set(fromLink(link, this.#cube, firstLayout(this.#cube)));
  }

  /** Obeys a command of the user. */
  obey(command: Command): void {
    const { state } = this;
    if (state && this.#cube) this.go(obey(state, this.#cube, command));
  }

  /** Takes a step of the user. */
  go(state: ExplorerState): void {
    if (this.#history) this.#take(step(this.#history, state));
  }

  /** Goes to the first layout of the cube: a step that can be undone. */
  startOver(): void {
    if (this.#cube) this.go(firstLayout(this.#cube));
  }

  undo(): void {
    if (this.#history) this.#take(undo(this.#history));
  }

  redo(): void {
    if (this.#history) this.#take(redo(this.#history));
  }

  #take(next: History<ExplorerState>): void {
    const before = this.#history?.present;
    const after = next.present;
    this.#history = next;
    if (before === undefined || before === after) return;
    this.#host.requestUpdate();
    const query = queryOf(after);
    if (canonicalQuery(queryOf(before)) !== canonicalQuery(query)) {
      this.#host.dispatchEvent(new QueryChangeEvent(query, after));
    }
    if (before.view !== after.view) this.#host.dispatchEvent(new ViewChangeEvent(after.view));
  }
}
