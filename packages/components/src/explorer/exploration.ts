import { canonicalQuery, type Cube, type LocalisedText } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { QueryChangeEvent } from '../events/query-change-event.ts';
import { StateChangeEvent, type StateAct } from '../events/state-change-event.ts';
import { ViewChangeEvent } from '../events/view-change-event.ts';
import {
  begin,
  completeState,
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
  type StateRequest,
  type History,
} from '../state/index.ts';
import { actOf, type Deed } from './deed.ts';

/** A state, and what led to it. */
interface Step {
  readonly state: ExplorerState;
  readonly deed: Deed;
}

/** The example a table began with, and whether it has been changed since. */
export interface Origin {
  readonly name: LocalisedText;
  readonly changed: boolean;
}

/** The user's way through a cube: what is chosen now, and the steps that led there. */
export class Exploration implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #cube: Cube | null = null;
  #history: History<Step> | null = null;
  #wanted: StateRequest | null = null;

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
    return this.#history?.present.state ?? null;
  }

  /** What a step back takes back; null at the beginning. */
  get undoes(): Deed | null {
    return this.#history && this.#history.past.length > 0 ? this.#history.present.deed : null;
  }

  /** What a step forward does again; null where nothing was undone. */
  get redoes(): Deed | null {
    return this.#history?.future[0]?.deed ?? null;
  }

  get origin(): Origin | null {
    if (!this.#history) return null;
    const { past, present } = this.#history;
    const from = [...past, present].findLast(
      ({ deed }) => deed.kind === 'example' || deed.kind === 'start-over',
    );
    return from?.deed.kind === 'example' ? { name: from.deed.name, changed: from !== present } : null;
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
    const set = this.#wanted && completeState(this.#wanted, usual);
    const state = set ?? (link === null ? usual : fromLink(link, cube, usual));
    this.#history = begin({ state, deed: { kind: 'page' } });
    this.#wanted = null;
  }

  /** A state set by the page: a step like any other, but no event, since no user made it. */
  set(request: StateRequest, cube: string): void {
    // Set together with another cube it is where that one begins.
    if (this.#cube?.id !== cube) {
      this.#cube = null;
      this.#history = null;
    }
    if (this.#history && this.#cube) {
      const state = completeState(request, firstLayout(this.#cube));
      this.#take(this.#next({ state, deed: { kind: 'page' } }), null);
    } else this.#wanted = request;
    this.#host.requestUpdate();
  }

  /** Takes the state a link describes. */
  follow(link: string): void {
    const cube = this.#cube;
    if (cube) this.set(fromLink(link, cube, firstLayout(cube)), cube.id);
  }

  /** Obeys a command of the user. False where it changed nothing. */
  obey(command: Command): boolean {
    const { state } = this;
    if (!state || !this.#cube) return false;
    return this.go(obey(state, this.#cube, command), { kind: 'command', command });
  }

  /** Takes a step of the user. False where it leads nowhere. */
  go(state: ExplorerState, deed: Deed): boolean {
    return this.#take(this.#next({ state, deed }), actOf(deed));
  }

  /** Goes to the first layout of the cube: a step that can be undone. */
  startOver(): void {
    if (this.#cube) this.go(firstLayout(this.#cube), { kind: 'start-over' });
  }

  undo(): void {
    if (this.#history) this.#take(undo(this.#history), 'undo');
  }

  redo(): void {
    if (this.#history) this.#take(redo(this.#history), 'redo');
  }

  /** The way with a step taken. A step to the same place is none, whatever led there. */
  #next(taken: Step): History<Step> | null {
    const history = this.#history;
    if (!history || JSON.stringify(taken.state) === JSON.stringify(history.present.state)) return history;
    return step(history, taken);
  }

  #take(next: History<Step> | null, act: StateAct | null): boolean {
    const before = this.#history?.present.state;
    const after = next?.present.state;
    this.#history = next;
    if (before === undefined || after === undefined || before === after) return false;
    this.#host.requestUpdate();
    if (act === null) return true;
    const query = queryOf(after);
    if (canonicalQuery(queryOf(before)) !== canonicalQuery(query)) {
      this.#host.dispatchEvent(new QueryChangeEvent(query, after));
    }
    if (before.view !== after.view) this.#host.dispatchEvent(new ViewChangeEvent(after.view));
    this.#host.dispatchEvent(new StateChangeEvent(after, this.link, act));
    return true;
  }
}
