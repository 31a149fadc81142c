import type { Language, LocalisedText } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wording } from '../localisation/texts.ts';
import { nearestAttribute } from './surroundings.ts';

/**
 * The language of an element: that of the nearest `lang` attribute, Danish where it is neither Danish
 * nor English. Follows changes of `lang` on the document and on the element's ancestors,
 * and of the wordings that the page brings.
 */
export class LanguageController implements ReactiveController {
  language: Language = 'da';
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    wording.readers.add(this.#host);
    this.#observer = new MutationObserver(() => this.#read());
    for (let at: Node | null = this.#host; at; at = parentAcrossShadow(at)) {
      if (at instanceof Element) this.#observer.observe(at, { attributes: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    wording.readers.delete(this.#host);
  }

  /** The text in the element's language. */
  text(text: LocalisedText): string {
    return text[this.language];
  }

  #read(): void {
    // Language tags are written in any case (RFC 5646, section 2.1.1).
    const tag = nearestAttribute(this.#host, 'lang')?.toLowerCase();
    const language: Language = tag?.startsWith('en') ? 'en' : 'da';
    if (language === this.language) return;
    this.language = language;
    this.#host.requestUpdate();
  }
}

function parentAcrossShadow(node: Node): Node | null {
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}
