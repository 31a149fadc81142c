import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { icon, type IconName } from '../../icons/icon.ts';
import { fill } from '../../localisation/texts.ts';
import type { View } from '../../state/index.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { change, send, type Action } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import type { Tool } from '../menus/tools-menu.ts';
import { styles } from './toolbar.styles.ts';

/**
 * Undo, view, and what is done to the whole table. One stop on the way through the page. Tools that find no
 * room stand in the menu at the end.
 */
export class DatakubeToolbar extends LitElement {
  static override styles = [base, controls, styles];

  /** What undo takes back, in a few words; null where there is nothing to undo. */
  @property({ attribute: false }) undoes: string | null = null;
  /** What redo does again; null where nothing was undone. */
  @property({ attribute: false }) redoes: string | null = null;
  @property({ type: Boolean }) canDownload = false;
  @property({ attribute: false }) view: View = 'table';

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
    new RovingController(this, 'button', 'horizontal');
  }

  override render(): TemplateResult {
    const text = texts[this.#language.language];
    return html`<div class="toolbar ${this.view}" part="toolbar" role="toolbar" aria-label=${text.tools}>
      ${this.#step('undo', text.undo, text.undoWhat, this.undoes, 'Control+Z')}
      ${this.#step('redo', text.redo, text.redoWhat, this.redoes, 'Control+Y')}
      <span class="line"></span>
      <span class="segments" role="group" aria-label=${text.view}>
        ${this.#segment('table', text.table, this.view === 'table', change({ kind: 'view', view: 'table' }))}
        ${this.#segment('chart', text.chart, this.view === 'chart', change({ kind: 'view', view: 'chart' }))}
      </span>
      ${
        this.view === 'chart'
          ? this.#tool('chart-type', 'chart', text.chartType, null, { kind: 'chart-types' })
          : nothing
      }
      <span class="line turn-6"></span>
      ${this.#tool('swap', 'swap', text.swap, text.swapHint, change({ kind: 'swap' }))}
      ${this.#tool('totals', 'total', text.totals, null, { kind: 'menu', menu: { kind: 'totals' } })}
      ${
        this.view === 'table'
          ? this.#tool('labels', 'label', text.labels, null, { kind: 'menu', menu: { kind: 'labels' } })
          : nothing
      }
      ${this.#tool('arrange', 'arrange', text.arrange, null, change({ kind: 'arrange' }))}
      <span class="gap"></span>
      ${this.#tool('examples', 'example', text.examples, null, { kind: 'menu', menu: { kind: 'examples' } })}
      ${this.#tool('share', 'share', text.share, null, { kind: 'share' })}
      ${
        this.canDownload
          ? this.#tool('download', 'download', text.download, null, { kind: 'download-menu' })
          : nothing
      }
      <button
        class="button quiet icon-only more"
        type="button"
        data-key="more"
        aria-haspopup="menu"
        aria-label=${text.moreTools}
        title=${text.moreTools}
        @click=${(event: Event) => send(this, { kind: 'tools-menu', missing: this.#missing() }, event)}
      >
        ${icon('more')}
      </button>
    </div>`;
  }

  #step(
    kind: 'undo' | 'redo',
    label: string,
    pattern: string,
    what: string | null,
    keys: string,
  ): TemplateResult {
    const name = what === null ? label : fill(pattern, { what });
    return html`<button
      class="button quiet icon-only"
      type="button"
      data-key=${kind}
      aria-label=${name}
      title=${name}
      aria-keyshortcuts=${keys}
      aria-disabled=${what === null ? 'true' : nothing}
      @click=${(event: Event) => what !== null && send(this, { kind }, event)}
    >
      ${icon(kind)}
    </button>`;
  }

  #segment(name: 'table' | 'chart', label: string, on: boolean, action: Action): TemplateResult {
    return html`<button
      class="button"
      type="button"
      data-key=${label}
      aria-label=${label}
      aria-pressed=${String(on)}
      @click=${(event: Event) => send(this, action, event)}
    >
      ${icon(name)}<span class="word">${label}</span>
    </button>`;
  }

  #tool(tool: Tool, name: IconName, label: string, hint: string | null, action: Action): TemplateResult {
    const opens = MENUS.has(action.kind);
    return html`<button
      class="button quiet turn-${TURN[tool]}"
      type="button"
      data-key=${tool}
      data-tool=${tool}
      title=${hint ?? nothing}
      aria-haspopup=${opens ? 'menu' : action.kind === 'share' ? 'dialog' : nothing}
      @click=${(event: Event) => send(this, action, event)}
    >
      ${icon(name)}${label}${opens ? icon('chevron-down') : nothing}
    </button>`;
  }

  /** The tools that find no room at this width. */
  #missing(): Tool[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-tool]')]
      .filter((tool) => !tool.checkVisibility())
      .map((tool) => tool.dataset['tool'] as Tool);
  }
}

/** What opens a menu. */
const MENUS: ReadonlySet<Action['kind']> = new Set(['menu', 'download-menu', 'chart-types']);

/** In which turn a tool gives way where there is no room: those used least first. */
const TURN = {
  arrange: 1,
  labels: 2,
  examples: 3,
  share: 4,
  download: 5,
  swap: 6,
  totals: 6,
  'chart-type': 7,
} as const satisfies Record<Tool, number>;

declare global {
  interface HTMLElementTagNameMap {
    'datakube-toolbar': DatakubeToolbar;
  }
}
