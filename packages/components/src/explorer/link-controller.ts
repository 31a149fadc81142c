import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PARAMETERS } from '../state/index.ts';

/** Where the state is kept in the page's address: `hash` (the default) or `query`. Null keeps it nowhere. */
export type LinkPlace = 'hash' | 'query' | null;

/**
 * Keeps the explorer's choices in the address of the page, so that a reload, a bookmark and a copied
 * address show the same table. Parameters of the page itself are left alone.
 */
export class LinkController implements ReactiveController {
  readonly #place: () => LinkPlace;
  readonly #onChange: (link: string) => void;

  constructor(host: ReactiveControllerHost, place: () => LinkPlace, onChange: (link: string) => void) {
    this.#place = place;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPop);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPop);
  }

  /** The choices in the address; null where the address keeps none. */
  read(): string | null {
    switch (this.#place()) {
      case null:
        return null;
      case 'hash':
        return location.hash.slice(1);
      case 'query':
        return location.search.slice(1);
    }
  }

  /** Puts the choices into the address without a new entry in the browser's history: undo is in the explorer. */
  write(link: string): void {
    const place = this.#place();
    if (place === null) return;
    const address = new URL(location.href);
    const kept = others(place === 'hash' ? address.hash.slice(1) : address.search.slice(1));
    const whole = [...kept, ...(link ? [link] : [])].join('&');
    if (place === 'hash') address.hash = whole;
    else address.search = whole;
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }

  readonly #onPop = (): void => {
    const link = this.read();
    if (link !== null) this.#onChange(link);
  };
}

/** The parameters that belong to somebody else, as they were written. */
function others(parameters: string): readonly string[] {
  const own: readonly string[] = PARAMETERS;
  return parameters.split('&').filter((part) => part !== '' && !own.includes(part.split('=')[0] ?? ''));
}
