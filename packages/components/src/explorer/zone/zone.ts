import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { RovingController } from '../../controllers/roving-controller.ts';
import { LanguageController } from '../../controllers/language-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { grip, icon } from '../../icons/icon.ts';
import { fill } from '../../localisation/texts.ts';
import { base } from '../../styles/base.ts';
import { foldable } from '../../styles/foldable.ts';
import type { Zone } from '../../state/index.ts';
import { change, send } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import { styles } from './zone.styles.ts';

/** A field as a chip shows it. */
export interface Chip {
  readonly id: string;
  readonly name: string;
  /** Level or choice, beside the name. */
  readonly detail: string;
}

/**
 * One of the four places of the table: its fields as chips, and what can be added. Everything dragging
 * does is on the keys too: Alt with up and down moves within the zone, with left and right to the
 * neighbouring one, Delete removes, Enter opens the menu.
 */
export class DatakubeZone extends LitElement {
  static override styles = [base, foldable, styles];

  @property({ reflect: true }) zone: Zone = 'rows';
  @property({ attribute: false }) chips: readonly Chip[] = [];
  /** Place where a dragged field would land, null while none is over this zone. */
  @property({ attribute: false }) dropAt: number | null = null;
  /** Open where the zone is a fold of an accordion. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #language = new LanguageController(this);
  readonly #roving = new RovingController(this, '.chip, .add');

  constructor() {
    super();
    new ThemeController(this);
  }

  /** Focuses the chip of a field, or the nearest thing where it is gone. */
  async focusChip(id: string): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.#roving.focus(id);
  }

  /** Place a field would take when dropped at a point of the window; null outside the zone. */
  placeAt(x: number, y: number): number | null {
    const box = this.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
    const chips = [...this.renderRoot.querySelectorAll('.chip')];
    const after = chips.findIndex((chip) => {
      const { left, top, bottom, width } = chip.getBoundingClientRect();
      return y < top || (y <= bottom && x < left + width / 2);
    });
    return after < 0 ? chips.length : after;
  }

  override render(): TemplateResult {
    const text = texts[this.#language.language];
    const name = text[this.zone];
    const summary = this.chips.map((chip) => chipText(chip)).join(', ');
    return html`<button
        class="summary"
        type="button"
        aria-expanded=${String(this.open)}
        @click=${() => (this.open = !this.open)}
      >
        <span class="chevron">${icon('chevron-right')}</span><span class="name">${name}</span
        ><span class="choice">${summary || text.empty}</span>
      </button>
      <div class="inner" part="zone" role="group" aria-label=${name}>
        <span class="label" aria-hidden="true">${name}</span>
        <div class="chips" role="presentation">
          ${repeat(
            this.chips,
            ({ id }) => id,
            (chip, index) => this.#chip(chip, index),
          )}${this.#dropLine(this.chips.length)}
          <button
            class="add"
            part="add"
            type="button"
            data-key="+"
            aria-haspopup="menu"
            aria-label=${fill(text.addTo, { zone: name.toLowerCase() })}
            @click=${(event: Event) => send(this, { kind: 'add-menu', zone: this.zone }, event)}
          >
            ${icon('plus')}${text.add}
          </button>
        </div>
      </div>`;
  }

  #chip(chip: Chip, index: number): TemplateResult {
    const text = texts[this.#language.language];
    const position = fill(text.position, {
      place: String(index + 1),
      count: String(this.chips.length),
      zone: text[this.zone].toLowerCase(),
    });
    const separator = this.zone === 'filters' ? ':' : '';
    return html`${this.#dropLine(index)}<button
        class="chip ${this.zone === 'measures' ? 'measure' : ''}"
        part="chip"
        type="button"
        data-key=${chip.id}
        data-drag=${chip.id}
        data-zone=${this.zone}
        aria-haspopup="menu"
        aria-label="${chipText(chip)}, ${position}"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
        @click=${(event: Event) => send(this, { kind: 'field-menu', zone: this.zone, id: chip.id }, event)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, chip.id)}
      >
        <span class="handle">${grip()}</span>
        <span class="words"
          ><b>${chip.name}${separator}</b>${chip.detail ? this.#detail(chip.detail) : nothing}</span
        >
        <span class="opens">${icon('chevron-down')}</span>
      </button>`;
  }

  #detail(detail: string): TemplateResult {
    return this.zone === 'filters' ? html` ${detail}` : html` · ${detail}`;
  }

  #dropLine(index: number): TemplateResult | typeof nothing {
    return this.dropAt === index ? html`<span class="dropline" role="presentation"></span>` : nothing;
  }

  #onKeydown(event: KeyboardEvent, id: string): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      send(this, change({ kind: 'remove', zone: this.zone, id }), event);
      return;
    }
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    // Alt with left is "back" in the browser.
    event.preventDefault();
    const action = this.#moveBy(event.key, id);
    if (action) send(this, action, event);
  }

  #moveBy(key: string, id: string): Parameters<typeof send>[1] | null {
    const { zone } = this;
    if (key === 'ArrowUp') return change({ kind: 'shift', zone, id, by: -1 });
    if (key === 'ArrowDown') return change({ kind: 'shift', zone, id, by: 1 });
    const forward = key === 'ArrowRight';
    if (zone === 'rows' && forward) return change({ kind: 'place', axis: 'columns', dimension: id });
    if (zone === 'columns' && !forward) return change({ kind: 'place', axis: 'rows', dimension: id });
    if (zone === 'columns') return { kind: 'choose', dimension: id, instead: true };
    if (zone === 'filters' && !forward) return change({ kind: 'place', axis: 'columns', dimension: id });
    return null;
  }
}

function chipText({ name, detail }: Chip): string {
  return detail ? `${name} · ${detail}` : name;
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-zone': DatakubeZone;
  }
}
