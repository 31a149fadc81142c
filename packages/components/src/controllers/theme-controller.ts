import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestAttribute } from './surroundings.ts';

const followed = ['theme', 'density', 'preset'] as const;

/**
 * Carries `data-datakube-theme`, `-density` and `-preset` of the nearest ancestor over to the element,
 * as `data-theme`, `data-density` and `data-preset`, where its own style sheet can see them.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    this.#observer = new MutationObserver(() => this.#read());
    const attributeFilter = followed.map((name) => `data-datakube-${name}`);
    for (let at: Node | null = this.#host; at;) {
      if (at instanceof Element) this.#observer.observe(at, { attributes: true, attributeFilter });
      at = at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentNode;
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    for (const name of followed) {
      const value = nearestAttribute(this.#host, `data-datakube-${name}`);
      if (value === null) delete this.#host.dataset[name];
      else this.#host.dataset[name] = value;
    }
  }
}
