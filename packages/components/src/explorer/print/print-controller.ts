import type { Language } from '@datakube/contract';
import { nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { DatakubePivotTable } from '../../pivot-table/pivot-table.ts';
import { texts as tableTexts } from '../../pivot-table/pivot-table.texts.ts';
import { TableInfo } from '../../pivot-table/table-info.ts';
import { tableWords } from '../../pivot-table/table-words.ts';
import { printedTable } from './printed-table.ts';

/**
 * Puts the whole table on the page while it is printed: on the screen only what is in sight is in the document. A
 * browser waits for nothing when it prints, so this is here from the beginning.
 */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #language: () => Language;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    language: () => Language,
  ) {
    this.#host = host;
    this.#language = language;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#begin);
    window.addEventListener('afterprint', this.#end);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#begin);
    window.removeEventListener('afterprint', this.#end);
  }

  readonly #begin = (): void => {
    const place = this.#host.renderRoot.querySelector<HTMLElement>('.print');
    const table = this.#host.renderRoot.querySelector<DatakubePivotTable>('datakube-pivot-table');
    if (!place || !table || table.hidden || !table.layout) return;
    const { layout, measureInfo, dimensionInfo, decimals } = table;
    const language = this.#language();
    const info = new TableInfo(language, measureInfo, dimensionInfo, decimals);
    const words = tableWords(layout.measures, info, tableTexts[language], language);
    render(printedTable(layout, words, language), place);
  };

  readonly #end = (): void => {
    const place = this.#host.renderRoot.querySelector<HTMLElement>('.print');
    if (place) render(nothing, place);
  };
}
