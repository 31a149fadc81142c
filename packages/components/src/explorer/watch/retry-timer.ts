import { DatakubeError, DatakubeNetworkError } from '@datakube/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Failure } from '../../controllers/failure.ts';

/** Seconds before each try. After the last the user decides. */
const WAITS = [12, 30, 60] as const;

/**
 * Tries again by itself what failed for a reason that may pass, with longer waits each time and an end.
 * A page out of sight waits until it is seen.
 */
export class RetryTimer implements ReactiveController {
  /** Seconds to the next try; null where none is planned. */
  secondsLeft: number | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #again: () => void;
  #tries = 0;
  #failure: Failure | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, again: () => void) {
    this.#host = host;
    this.#again = again;
    host.addController(this);
  }

  /** True while it is at it: what fails now was tried by itself. */
  get isTrying(): boolean {
    return this.#tries > 0;
  }

  /** The user has taken over: what fails now fails for the first time. */
  reset(): void {
    this.#tries = 0;
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#stop();
    this.#failure = null;
  }

  /** Says how the last question ended: with a failure, or otherwise with null. */
  follow(failure: Failure | null, answered: boolean): void {
    if (answered) this.#tries = 0;
    if (failure === this.#failure) return;
    this.#failure = failure;
    this.#stop();
    const wait = WAITS[this.#tries];
    if (failure === null || wait === undefined || !mayPass(failure)) return;
    this.#tries += 1;
    this.secondsLeft = Math.max(wait, askedFor(failure));
    this.#timer = setInterval(this.#tick, 1000);
  }

  readonly #tick = (): void => {
    const left = (this.secondsLeft ?? 0) - 1;
    if (left > 0) this.secondsLeft = left;
    else if (document.hidden) return;
    else {
      this.#stop();
      this.#again();
    }
    this.#host.requestUpdate();
  };

  #stop(): void {
    clearInterval(this.#timer);
    this.secondsLeft = null;
  }
}

/** Of the environment or the way to it. A fault of our own does not pass. */
function mayPass({ kind, error }: Failure): boolean {
  return kind === 'failed' && (error instanceof DatakubeError || error instanceof DatakubeNetworkError);
}

function askedFor({ error }: Failure): number {
  return error instanceof DatakubeError ? (error.retryAfter ?? 0) : 0;
}
