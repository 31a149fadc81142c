import type { CellSet, Language } from '@datakube/contract';
import { DeclarationRequestEvent } from '../events/declaration-request-event.ts';
import type { Asked } from './explanation.ts';

/** What shows hidden values, and knows what its reader must know of them. */
export interface HiddenValuesHost extends HTMLElement {
  readonly cellSet: CellSet | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Hidden values in a table, in a drawing, and in the table of a drawing. */
const hidden = '.suppressed, .mark:has(.hidden), [data-kind="hidden"]';

/** How long the pointer rests on a hidden value before it is explained. */
const REST = 600;

/**
 * The way from a hidden value to the explanation: a click, Enter or F1 on it, a pointer that rests on
 * it, or the button below. The host renders an empty element of class `explanation-place` for it to stand in.
 */
export class HiddenValues {
  readonly #host: HiddenValuesHost;
  readonly #language: () => Language;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = '';
  #pressed: Element | null = null;

  constructor(host: HiddenValuesHost, language: () => Language) {
    this.#host = host;
    this.#language = language;
  }

  readonly click = (event: MouseEvent): void => {
    // A table that brings the pressed cell into sight moves it away from under the pointer.
    const value = hiddenAt(event) ?? (this.#at === spot(event) ? this.#pressed : null);
    // A click without a pointer comes from assistive technology.
    if (value && !event.shiftKey) this.#explain(value, event.detail === 0 ? 'key' : 'click');
  };

  readonly keydown = (event: KeyboardEvent): void => {
    const value = hiddenAt(event);
    if (!value || event.altKey || event.ctrlKey || event.metaKey || !/^(Enter|F1)$/.test(event.key)) return;
    event.preventDefault();
    this.#explain(value, 'key');
  };

  readonly pointerover = (event: PointerEvent): void => {
    clearTimeout(this.#timer);
    const value = hiddenAt(event);
    // A table that scrolls under a pointer that is still does not ask.
    const at = spot(event);
    const moved = at !== this.#at;
    this.#at = at;
    if (!value || !moved || event.pointerType === 'touch' || event.buttons !== 0) return;
    this.#timer = setTimeout(() => value.matches(':hover') && this.#explain(value, 'hover'), REST);
  };

  readonly pointerdown = (event: PointerEvent): void => {
    clearTimeout(this.#timer);
    this.#pressed = hiddenAt(event);
    this.#at = spot(event);
  };

  /** From the button below the table. */
  readonly button = (event: Event): void => this.explain(event.currentTarget as Element);

  /** From a menu. Takes the focus along. */
  explain(value: Element): void {
    this.#explain(value, 'key');
  }

  #explain(anchor: Element, by: Asked): void {
    clearTimeout(this.#timer);
    const host = this.#host;
    const place = host.renderRoot.querySelector<HTMLElement>('.explanation-place');
    const { cellSet } = host;
    if (!place || !cellSet) return;
    const language = this.#language();
    const disclosure = cellSet.declaration.disclosure[language];
    const showDeclaration = (): boolean => !host.dispatchEvent(new DeclarationRequestEvent());
    import('./explanation.ts').then(
      ({ explain }) => explain({ place, anchor, by, language, disclosure, showDeclaration }),
      // A page that took one file without the others still has the mark, its words and the legend.
      () => {},
    );
  }
}

function spot({ screenX, screenY }: MouseEvent): string {
  return `${screenX} ${screenY}`;
}

function hiddenAt({ target }: Event): Element | null {
  return target instanceof Element ? target.closest(hidden) : null;
}
