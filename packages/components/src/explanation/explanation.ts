import type { Language } from '@datakube/contract';
import { styles } from './explanation.styles.ts';
import { texts } from './explanation.texts.ts';
import { placeBeside } from './place-beside.ts';

/*
 * Loads when a reader first asks. It shares no module with the rest at run time: a bundler would move what
 * is shared out of the file a portal loads by name, and that file knows its environment by its address.
 */

/** What brought the reader here. `hover` goes as it came; `key` takes the focus along. */
export type Asked = 'hover' | 'click' | 'key';

/** What the explanation is opened with. Nothing in it comes from the cell but where that stands. */
export interface ExplanationRequest {
  /** An empty element beside what is explained, in the shadow root whose tokens are used. */
  readonly place: HTMLElement;
  /** The hidden value, or the button below the table. */
  readonly anchor: Element;
  readonly by: Asked;
  readonly language: Language;
  /** What the declaration says of disclosure control, for a page that does not show it. */
  readonly disclosure: string;
  /** Asks the page to show the declaration; true where it does. */
  readonly showDeclaration: () => boolean;
}

/** How long it stays when the pointer has left, on its way from the value to the explanation. */
const GRACE = 250;

let present: Explanation | null = null;

/** Opens the explanation beside a value, in place of one that is open anywhere on the page. */
export function explain(request: ExplanationRequest): void {
  if (present?.shows(request)) return;
  present?.close();
  const explanation = new Explanation(request);
  present = explanation.open(() => (present = null)) ? explanation : null;
}

class Explanation {
  readonly #request: ExplanationRequest;
  readonly #popup: HTMLElement;
  readonly #returnTo: HTMLElement | null;
  readonly #ended = new AbortController();
  readonly #from: DOMRect;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(request: ExplanationRequest) {
    this.#request = request;
    this.#from = request.anchor.getBoundingClientRect();
    this.#returnTo = focusWithin(request.place);
    this.#popup = popup(request, () => this.close());
  }

  /** True where the same value is explained already, and the pointer has only come back. */
  shows({ anchor, by }: ExplanationRequest): boolean {
    return anchor === this.#request.anchor && by === 'hover' && this.#popup.isConnected;
  }

  /** @returns false where there is no room for it */
  open(onClose: () => void): boolean {
    const { place, by } = this.#request;
    place.replaceChildren(this.#popup);
    this.#popup.showPopover();
    if (!this.#stand()) {
      this.#popup.remove();
      return false;
    }
    if (by === 'key') this.#popup.focus();
    this.#ended.signal.addEventListener('abort', onClose);
    this.#listen();
    return true;
  }

  close(): void {
    if (this.#ended.signal.aborted) return;
    clearTimeout(this.#timer);
    const { place } = this.#request;
    const had = this.#hasFocus;
    this.#ended.abort();
    if (had) focusable(this.#returnTo, place)?.focus({ preventScroll: true });
    this.#popup.remove();
  }

  get #moved(): boolean {
    const { left, top } = this.#request.anchor.getBoundingClientRect();
    return left !== this.#from.left || top !== this.#from.top;
  }

  get #hasFocus(): boolean {
    return this.#popup.contains(focusWithin(this.#request.place));
  }

  #stand(): boolean {
    const { by } = this.#request;
    const focus = by === 'hover' ? focusedElement() : null;
    const at = placeBeside(
      this.#from,
      this.#popup.getBoundingClientRect(),
      { width: document.documentElement.clientWidth, height: window.innerHeight },
      focus && focus !== document.body ? focus.getBoundingClientRect() : null,
    );
    if (!at) return false;
    this.#popup.style.left = `${at.left}px`;
    this.#popup.style.top = `${at.top}px`;
    this.#popup.style.maxBlockSize = `${at.room}px`;
    return true;
  }

  #listen(): void {
    const { anchor, by, place } = this.#request;
    const { signal } = this.#ended;
    const inside = (event: Event): boolean => event.composedPath().includes(this.#popup);
    const outside = (event: Event): boolean => !inside(event) && !event.composedPath().includes(anchor);
    const on = (type: string, listener: (event: Event) => void): void => {
      // What moves within one shadow root is not heard outside it.
      for (const target of [document, place.getRootNode()])
        target.addEventListener(type, listener, { capture: true, signal });
    };
    on('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    on('pointerdown', (event) => !inside(event) && this.close());
    on('focusin', (event) => outside(event) && this.close());
    // What was scrolled before it opened is still on its way here.
    on('scroll', () => !this.#hasFocus && this.#moved && this.close());
    window.addEventListener('resize', () => this.close(), { signal });
    if (by !== 'hover') return;
    on('pointerover', (event) => {
      clearTimeout(this.#timer);
      if (outside(event)) this.#timer = setTimeout(() => this.close(), GRACE);
    });
  }
}

function popup(
  { language, disclosure, showDeclaration, place }: ExplanationRequest,
  close: () => void,
): HTMLElement {
  const text = texts[language];
  const title = element('strong', text.title);
  title.id = 'explanation-title';
  const shut = button('×', 'close', close);
  shut.setAttribute('aria-label', text.close);
  const declared = element('p', disclosure, 'declared');
  declared.hidden = true;
  const read = button(text.declaration, 'read', () => {
    if (showDeclaration()) return;
    read.hidden = true;
    declared.hidden = false;
    declared.tabIndex = -1;
    declared.focus();
  });
  const head = element('header');
  head.append(title, shut);
  const box = element('div', '', 'explanation');
  box.append(
    head,
    ...[text.sentence, text.alike, text.more].map((words) => element('p', words)),
    read,
    declared,
  );
  box.popover = 'manual';
  box.lang = language;
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-labelledby', title.id);
  dress(place.getRootNode() as ShadowRoot);
  return box;
}

function element(name: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text: string, className: string, act: () => void): HTMLButtonElement {
  const made = element('button', text, className) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

let sheet: CSSStyleSheet | undefined;

/** A constructed sheet, which a strict CSP allows. */
function dress(root: ShadowRoot): void {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(styles);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

function focusWithin(place: HTMLElement): HTMLElement | null {
  return (place.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
}

function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Where the focus came from; or, where that has gone, the tab stop of the table or drawing. */
function focusable(from: HTMLElement | null, place: HTMLElement): HTMLElement | null {
  if (from?.isConnected) return from;
  return (place.getRootNode() as ShadowRoot).querySelector<HTMLElement>('[tabindex="0"]');
}
