import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ThemeController } from '../controllers/theme-controller.ts';
import { icon } from '../icons/icon.ts';
import { base } from '../styles/base.ts';
import { floating } from '../styles/floating.ts';
import { FloatController, type Anchor } from './float-controller.ts';
import type { MenuItem } from './menu-item.ts';
import { styles } from './menu.styles.ts';

/**
 * A menu that opens beside its anchor. Arrows, Home, End and first letters move in it, Escape and Tab close
 * it and focus returns.
 *
 * WAI-ARIA Authoring Practices, "Menu button".
 */
export class DatakubeMenu extends LitElement {
  static override styles = [base, floating, styles];

  @property({ attribute: false }) items: readonly MenuItem<unknown>[] = [];
  @property({ attribute: false }) label = '';
  /** True where it opens in a place, perhaps with a mouse button or a finger still down. */
  @property({ attribute: false }) private placed = false;

  @query('[popover]') private readonly popup!: HTMLElement;
  readonly #float = new FloatController<Anchor>(this, () => this.popup);
  #chosen: (action: unknown) => void = () => {};

  constructor() {
    super();
    new ThemeController(this);
  }

  /** Opens beside an anchor, with focus on the first item. `chosen` hears of the choice when the menu is closed. */
  async open<Action, A extends Anchor>(
    anchor: A,
    label: string,
    items: readonly MenuItem<Action>[],
    chosen: (action: Action, anchor: A) => void,
  ): Promise<void> {
    this.close();
    this.items = items;
    this.label = label;
    this.placed = !(anchor instanceof HTMLElement);
    // What is chosen is the action of one of the items.
    this.#chosen = (action) => chosen(action as Action, anchor);
    await this.updateComplete;
    this.#float.open(anchor);
    this.#entries()[0]?.focus();
  }

  close(): void {
    if (this.hasUpdated) this.#float.close();
  }

  override render(): TemplateResult {
    return html`<div
      class="floating menu"
      part="menu"
      role="menu"
      popover=${this.placed ? 'manual' : 'auto'}
      aria-label=${this.label}
      @keydown=${this.#onKeydown}
      @toggle=${this.#float.onToggle}
    >
      ${this.items.map((item) => this.#item(item))}
    </div>`;
  }

  #item(item: MenuItem<unknown>): TemplateResult {
    switch (item.kind) {
      case 'separator':
        return html`<div role="separator"></div>`;
      case 'note':
        return html`<div class="note" role="presentation">
          ${item.icon ? icon(item.icon) : nothing}<span>${item.text}</span>
        </div>`;
      case 'action':
        return html`<button
          class="item"
          part="menu-item"
          type="button"
          tabindex="-1"
          role=${item.choice === 'radio' ? 'menuitemradio' : item.choice ? 'menuitemcheckbox' : 'menuitem'}
          aria-checked=${item.choice ? String(item.checked === true) : nothing}
          aria-disabled=${item.disabled ? 'true' : nothing}
          aria-keyshortcuts=${item.keys ? namedKeys(item.keys) : nothing}
          @click=${() => this.#choose(item)}
        >
          <span class="mark">${item.checked ? icon('check') : item.icon ? icon(item.icon) : nothing}</span>
          <span class="words">
            <span>${item.label}</span>${item.hint ? html`<span class="hint">${item.hint}</span>` : nothing}
          </span>
          ${item.keys ? html`<span class="keys" aria-hidden="true">${item.keys}</span>` : nothing}
        </button>`;
    }
  }

  #choose(item: MenuItem<unknown> & { kind: 'action' }): void {
    if (item.disabled) return;
    this.close();
    this.#float.anchor?.focus();
    this.#chosen(item.action);
  }

  #entries(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Nothing of what is typed here is for what lies around.
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
    // Tab goes on from where the menu was opened.
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.close();
      return;
    }
    const items = this.#entries();
    const at = items.findIndex((item) => item === event.target);
    const to = destination(event.key, at, items);
    if (to === null) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };
}

/** What keys are called in `aria-keyshortcuts`, whatever language the menu is in. */
const keyNames: Readonly<Record<string, string>> = {
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  Ctrl: 'Control',
  Skift: 'Shift',
  Mellemrum: 'Space',
};

/** Keys as assistive technology knows them: `Alt ←` is `Alt+ArrowLeft`. */
function namedKeys(keys: string): string {
  return keys
    .split(' ')
    .map((key) => keyNames[key] ?? key)
    .join('+');
}

/** Place among the items a key leads to; null where it leads nowhere. */
function destination(key: string, at: number, items: readonly HTMLElement[]): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const starts = (item: HTMLElement): boolean =>
        item.querySelector('.words')?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()) ??
        false;
      const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts);
      return found ? items.indexOf(found) : null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-menu': DatakubeMenu;
  }
}
