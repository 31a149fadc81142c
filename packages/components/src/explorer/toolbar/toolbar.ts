import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { icon, type IconName } from '../../icons/icon.ts';
import type { ChartType, View } from '../../state/index.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { change, send, type Action } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import { styles } from './toolbar.styles.ts';

/** Undo, view, and what is done to the whole table. One stop on the way through the page. */
export class DatakubeToolbar extends LitElement {
  static override styles = [base, controls, styles];

  @property({ type: Boolean }) canUndo = false;
  @property({ type: Boolean }) canRedo = false;
  @property({ type: Boolean }) canDownload = false;
  @property({ type: Boolean }) totals = false;
  @property({ attribute: false }) view: View = 'table';
  @property({ attribute: false }) chart: ChartType = 'bar';

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
    new RovingController(this, 'button', 'horizontal');
  }

  override render(): TemplateResult {
    const text = texts[this.#language.language];
    return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${text.tools}>
      ${this.#iconOnly('undo', 'undo', text.undo, this.canUndo, { kind: 'undo' })}
      ${this.#iconOnly('redo', 'redo', text.redo, this.canRedo, { kind: 'redo' })}
      <span class="line"></span>
      <span class="segments" role="group" aria-label=${text.view}>
        ${this.#segment('table', text.table, this.view === 'table', change({ kind: 'view', view: 'table' }))}
        ${this.#segment('chart', text.chart, this.view === 'chart', change({ kind: 'view', view: 'chart' }))}
      </span>
      ${
        this.view === 'chart'
          ? html`<span class="segments" role="group" aria-label=${text.chartType}>
              ${this.#segment(null, text.bars, this.chart === 'bar', change({ kind: 'chart', chart: 'bar' }))}
              ${this.#segment(null, text.lines, this.chart === 'line', change({ kind: 'chart', chart: 'line' }))}
            </span>`
          : nothing
      }
      <span class="line wide"></span>
      ${this.#tool('swap', text.swap, text.swapHint, change({ kind: 'swap' }))}
      <button
        class="button wide ${this.totals ? '' : 'quiet'}"
        type="button"
        data-key="totals"
        aria-pressed=${String(this.totals)}
        @click=${(event: Event) => send(this, change({ kind: 'totals' }), event)}
      >
        ${icon('total')}${text.totals}
      </button>
      <span class="gap"></span>
      ${this.canDownload ? this.#tool('download', text.download, text.downloadHint, { kind: 'download' }) : nothing}
      <button
        class="button quiet icon-only narrow"
        type="button"
        data-key="more"
        aria-haspopup="menu"
        aria-label=${text.moreTools}
        title=${text.moreTools}
        @click=${(event: Event) => send(this, { kind: 'tools-menu' }, event)}
      >
        ${icon('more')}
      </button>
    </div>`;
  }

  #iconOnly(key: string, name: IconName, label: string, enabled: boolean, action: Action): TemplateResult {
    return html`<button
      class="button quiet icon-only"
      type="button"
      data-key=${key}
      aria-label=${label}
      title=${label}
      aria-disabled=${enabled ? nothing : 'true'}
      @click=${(event: Event) => enabled && send(this, action, event)}
    >
      ${icon(name)}
    </button>`;
  }

  #segment(name: 'table' | 'chart' | null, label: string, on: boolean, action: Action): TemplateResult {
    return html`<button
      class="button"
      type="button"
      data-key=${label}
      aria-label=${label}
      aria-pressed=${String(on)}
      @click=${(event: Event) => send(this, action, event)}
    >
      ${name ? icon(name) : nothing}<span class=${name ? 'word' : ''}>${label}</span>
    </button>`;
  }

  #tool(name: IconName, label: string, hint: string, action: Action): TemplateResult {
    return html`<button
      class="button quiet wide"
      type="button"
      data-key=${name}
      title=${hint}
      @click=${(event: Event) => send(this, action, event)}
    >
      ${icon(name)}${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-toolbar': DatakubeToolbar;
  }
}
