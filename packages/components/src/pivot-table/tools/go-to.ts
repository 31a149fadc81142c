import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fill } from '../../localisation/texts.ts';
import { columnName, rowName } from '../../pivot/cell-words.ts';
import { openDialog, type TableDialog } from './dialog.ts';
import { findNames } from './find-names.ts';
import type { ToolHost } from './tool-host.ts';
import { texts, type ToolTexts } from './tools.texts.ts';

/** How many matches are shown. */
const MOST = 6;

/** One of the two searches: what was typed, what it found, and which of that is chosen. */
interface Search {
  readonly axis: 'row' | 'column';
  readonly label: string;
  readonly count: number;
  readonly nameOf: (position: number) => string;
  typed: string;
  found: readonly number[];
  chosen: number;
}

let open: GoTo | undefined;

/**
 * Opens a search for a row and a column, by part of the name or by number. Enter goes there; a field without
 * text stays where it is.
 *
 * @param typed what the reader typed in the table already; more may come while this loads
 */
export function openGoTo(host: ToolHost, typed: string): void {
  if (open?.type(typed)) return;
  open = new GoTo(host, typed);
}

class GoTo {
  readonly #host: ToolHost;
  readonly #text: ToolTexts;
  readonly #searches: readonly [row: Search, column: Search];
  readonly #dialog: TableDialog;

  constructor(host: ToolHost, typed: string) {
    const { layout, words } = host.frame;
    this.#host = host;
    const text = (this.#text = texts[host.language]);
    const empty = { typed: '', found: [], chosen: 0 };
    this.#searches = [
      {
        axis: 'row',
        label: text.goToRow,
        count: layout.rowCount,
        nameOf: (at) => rowName(layout, at),
        ...empty,
      },
      {
        axis: 'column',
        label: text.goToColumn,
        count: layout.columnCount,
        nameOf: (at) => columnName(layout, at, words.spoken),
        ...empty,
      },
    ];
    this.#dialog = openDialog(host, text.goToTitle, text.cancel, this.#content());
    const input = host.place.querySelector('input');
    input?.focus();
    if (typed) this.type(typed);
  }

  /** Adds to the row's name. @returns false where the dialog is gone */
  type(typed: string): boolean {
    if (!this.#host.place.querySelector('dialog')) return false;
    this.#look(this.#searches[0], this.#searches[0].typed + typed);
    return true;
  }

  #look(search: Search, typed: string): void {
    search.typed = typed;
    search.found = findNames(search.nameOf, search.count, typed, MOST);
    search.chosen = 0;
    this.#dialog.show(this.#content());
  }

  #choose(search: Search, chosen: number): void {
    search.chosen = (chosen + search.found.length) % Math.max(1, search.found.length);
    this.#dialog.show(this.#content());
  }

  #go(): void {
    const { view } = this.#host;
    const [row, column] = this.#searches.map(({ found, chosen }) => found[chosen]);
    const { active } = view;
    this.#dialog.close();
    if (row === undefined && column === undefined) return;
    this.#host.input.goTo({ row: row ?? active.row, column: column ?? active.column });
  }

  #content(): TemplateResult {
    const text = this.#text;
    return html`<form
      method="dialog"
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#go();
      }}
    >
      <p id="go-to-hint">${text.goToHint}</p>
      ${this.#searches.map((search) => this.#field(search))}
      <footer>
        <button class="button quiet" type="button" @click=${() => this.#dialog.close()}>
          ${text.cancel}
        </button>
        <button class="button primary" type="submit">${text.goToGo}</button>
      </footer>
    </form>`;
  }

  #field(search: Search): TemplateResult {
    const { axis, label, typed, found, chosen } = search;
    const text = this.#text;
    const none = typed.trim() !== '' && found.length === 0;
    return html`<div class="field">
      <label for=${`go-to-${axis}`}>${label}</label>
      <input
        class="input"
        id=${`go-to-${axis}`}
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        aria-autocomplete="list"
        aria-describedby="go-to-hint"
        aria-controls=${`go-to-${axis}-list`}
        aria-expanded=${String(found.length > 0)}
        aria-activedescendant=${found.length > 0 ? `go-to-${axis}-${chosen}` : nothing}
        .value=${live(typed)}
        @input=${(event: Event) => this.#look(search, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, search)}
      />
      <ul id=${`go-to-${axis}-list`} role="listbox" aria-label=${label} ?hidden=${found.length === 0}>
        ${found.map(
          (position, i) =>
            html`<li
              id=${`go-to-${axis}-${i}`}
              role="option"
              aria-selected=${String(i === chosen)}
              @mousedown=${(event: Event) => this.#onPress(event, search, i)}
            >
              <span>${search.nameOf(position)}</span>
              <span>${fill(text.goToPosition, { number: String(position + 1) })}</span>
            </li>`,
        )}
      </ul>
      <p role="status">${none ? text.goToNone : nothing}</p>
    </div>`;
  }

  /** Focus stays in the field. */
  #onPress(event: Event, search: Search, chosen: number): void {
    event.preventDefault();
    this.#choose(search, chosen);
  }

  #onKeydown(event: KeyboardEvent, search: Search): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    this.#choose(search, search.chosen + by);
  }
}
