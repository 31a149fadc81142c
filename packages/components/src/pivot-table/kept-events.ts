/** What a reader may do to a table before what answers it is here. */
const TYPES = ['focusin', 'pointerdown', 'click', 'keydown'] as const;

/** Keys the browser keeps for itself, whatever a table does with others. */
const isBrowsers = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  altKey ||
  key === 'Tab' ||
  /^F(?!2$|10$)\d/.test(key) ||
  ((ctrlKey || metaKey) && !/^(Home|End|[ ag])$/i.test(key));

/** Keeps what is done to an element, with where it was done, until it can be answered. Nothing is lost on the way. */
export class KeptEvents {
  readonly #element: HTMLElement;
  readonly #kept: (readonly [Event, Element])[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
    for (const type of TYPES) element.addEventListener(type, this.#keep);
  }

  /** Lets go of the element and hands over what was kept, in the order it was done. */
  handOver(answer: (event: Event, target: Element) => void): void {
    for (const type of TYPES) this.#element.removeEventListener(type, this.#keep);
    for (const [event, target] of this.#kept.splice(0)) answer(event, target);
  }

  readonly #keep = (event: Event): void => {
    const [target] = event.composedPath();
    if (event.defaultPrevented || !(target instanceof Element)) return;
    if (event instanceof KeyboardEvent) {
      if (isBrowsers(event)) return;
      // The page does not scroll by a key that the table answers in a moment.
      event.preventDefault();
    }
    this.#kept.push([event, target]);
  };
}
