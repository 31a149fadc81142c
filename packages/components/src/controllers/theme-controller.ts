import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestAttribute } from './surroundings.ts';

/** Attributes that are followed, and the values among theirs that are not the default. */
const followed = {
  'data-datakube-theme': ['dark', 'auto'],
  'data-datakube-density': ['regular'],
} as const;

/**
 * Carries `data-datakube-theme` and `data-datakube-density` of the nearest ancestor over to the element, as
 * the states `dark`, `auto` and `regular`, where its own style sheet can see them. Nothing is written on the
 * element: a page's own rules for `[data-theme]` do not meet it.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #states: CustomStateSet;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#states = host.attachInternals().states;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    this.#observer = new MutationObserver(() => this.#read());
    const attributeFilter = Object.keys(followed);
    for (let at: Node | null = this.#host; at;) {
      if (at instanceof Element) this.#observer.observe(at, { attributes: true, attributeFilter });
      at = at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentNode;
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    for (const [attribute, states] of Object.entries(followed)) {
      const value = nearestAttribute(this.#host, attribute);
      for (const state of states) {
        if (state === value) this.#states.add(state);
        else this.#states.delete(state);
      }
    }
  }
}
