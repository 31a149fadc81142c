import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SessionRequestEvent } from '../../provider/session-context.ts';

const MINUTE = 60_000;

/** Warned this long before: WCAG 2.2, 2.2.1 asks for 20 seconds at least. */
const WARNED_MINUTES_BEFORE = 2;

/** How near the end of the session is. */
export type SessionPhase = 'far' | 'soon' | 'over';

/** The longest a timer can wait; further off it looks again on the way. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Follows when the user's session ends, as the page has said on the element itself or on a provider around it.
 */
export class SessionWatch implements ReactiveController {
  phase: SessionPhase = 'far';
  /** Whole minutes left, rounded up. */
  minutes = 0;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #own: () => Date | null;
  readonly #onPhase: (phase: SessionPhase) => void;
  #provided: Date | null = null;
  #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #followed: number | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    own: () => Date | null,
    onPhase: (phase: SessionPhase) => void,
  ) {
    this.#host = host;
    this.#own = own;
    this.#onPhase = onPhase;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.dispatchEvent(
      new SessionRequestEvent((ends, unsubscribe) => {
        this.#unsubscribe = unsubscribe;
        // Some answer every question of the kind, whatever it is about.
        this.#provided = ends instanceof Date ? ends : null;
        this.#host.requestUpdate();
      }),
    );
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#provided = null;
    this.#followed = null;
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    // An update may come after the element has been taken away: a timer begun then would hold it.
    if (!this.#host.isConnected) return;
    const ends = (this.#own() ?? this.#provided)?.getTime() ?? null;
    if (ends === this.#followed) return;
    this.#followed = ends;
    this.#read(false);
  }

  #read(later: boolean): void {
    clearTimeout(this.#timer);
    const ends = this.#followed;
    const left = ends === null ? Infinity : ends - Date.now();
    const phase = left <= 0 ? 'over' : left <= WARNED_MINUTES_BEFORE * MINUTE ? 'soon' : 'far';
    this.minutes = Math.ceil(left / MINUTE);
    if (left > 0 && ends !== null) {
      const next = phase === 'far' ? left - WARNED_MINUTES_BEFORE * MINUTE : left % MINUTE || MINUTE;
      this.#timer = setTimeout(() => this.#read(true), Math.min(next, LONGEST_WAIT));
    }
    if (later) this.#host.requestUpdate();
    if (phase === this.phase) return;
    this.phase = phase;
    this.#onPhase(phase);
  }
}
