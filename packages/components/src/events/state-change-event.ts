import type { Command } from '../state/command.ts';
import type { ExplorerState } from '../state/explorer-state.ts';

/** What the user did: a command, an example or a way out that was taken, a step back or forward. */
export type StateAct = Command['kind'] | 'example' | 'way-out' | 'start-over' | 'undo' | 'redo';

/**
 * The user has changed something that is kept: what is asked, or how it is sorted, folded and shown. Fired for
 * every such act, after `datakube-query-change` and `datakube-view-change` where those are fired too. Never
 * fired for a state the page has set.
 *
 * @example
 * ```ts
 * explorer.addEventListener('datakube-state-change', ({ state, link }) => {
 *   sessionStorage.setItem('draft', JSON.stringify(state)); // explorer.state = JSON.parse(…) brings it back
 *   console.log(`${location.pathname}#${link}`);
 * });
 * ```
 */
export class StateChangeEvent extends Event {
  static readonly eventName = 'datakube-state-change';
  /** All that is chosen now, as plain data. */
  readonly state: ExplorerState;
  /** The same as the parameters of a link, with what is usual for the cube left out. */
  readonly link: string;
  readonly act: StateAct;

  constructor(state: ExplorerState, link: string, act: StateAct) {
    super(StateChangeEvent.eventName, { bubbles: true, composed: true });
    this.state = state;
    this.link = link;
    this.act = act;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-state-change': StateChangeEvent;
  }
}
