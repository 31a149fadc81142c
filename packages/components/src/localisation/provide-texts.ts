import type { Language } from '@datakube/contract';
import type { texts as chart } from '../chart/chart.texts.ts';
import type { texts as declaration } from '../declaration/declaration.texts.ts';
import type { texts as coarser } from '../explorer/answer/coarser.texts.ts';
import type { texts as deed } from '../explorer/deed.texts.ts';
import type { texts as download } from '../explorer/download/download.texts.ts';
import type { texts as explorer } from '../explorer/explorer.texts.ts';
import type { texts as fieldList } from '../explorer/field-list/field-list.texts.ts';
import type { texts as menus } from '../explorer/menus/menus.texts.ts';
import type { texts as fieldDetails } from '../explorer/field-list/unfolded/unfolded.texts.ts';
import type { texts as filterDialog } from '../explorer/filter-dialog/filter-dialog.texts.ts';
import type { texts as print } from '../explorer/print/print.texts.ts';
import type { texts as share } from '../explorer/share/share.texts.ts';
import type { texts as steadyPanel } from '../explorer/state-panel/steady.texts.ts';
import type { texts as statePanel } from '../explorer/state-panel/state-panel.texts.ts';
import type { texts as pivotTableNotes } from '../pivot-table/annotate/annotate.texts.ts';
import type { texts as pivotTable } from '../pivot-table/pivot-table.texts.ts';
import type { texts as pivotTableTools } from '../pivot-table/tools/tools.texts.ts';
import type { texts as tableCommands } from '../state/deeds.texts.ts';
import type { texts as smallerTables } from '../state/smaller.texts.ts';
import type { texts as title } from '../state/words.texts.ts';
import type { texts as view } from '../view/view.texts.ts';
import { wording, type Texts } from './texts.ts';

/** Texts whose elements can be worded by a page. */
export interface TextsByElement {
  readonly chart: typeof chart;
  readonly coarser: typeof coarser;
  readonly declaration: typeof declaration;
  readonly deed: typeof deed;
  readonly download: typeof download;
  readonly explorer: typeof explorer;
  readonly 'field-list': typeof fieldList;
  readonly 'field-details': typeof fieldDetails;
  readonly 'filter-dialog': typeof filterDialog;
  readonly menus: typeof menus;
  readonly 'pivot-table-notes': typeof pivotTableNotes;
  readonly 'pivot-table-tools': typeof pivotTableTools;
  readonly 'pivot-table': typeof pivotTable;
  readonly print: typeof print;
  readonly share: typeof share;
  readonly 'smaller-tables': typeof smallerTables;
  readonly 'state-panel': typeof statePanel;
  readonly 'steady-panel': typeof steadyPanel;
  readonly 'table-commands': typeof tableCommands;
  readonly title: typeof title;
  readonly view: typeof view;
}

/** What a page may say in its own words. What is said of hidden values is the same everywhere. */
type Free<TTexts> = {
  readonly [K in keyof TTexts as K extends `suppressed${string}` ? never : K]?: string;
};

/** A page's own wordings: by element, language and text; what is left out stays as it is. */
export type ProvidedTexts = {
  readonly [E in keyof TextsByElement]?: { readonly [L in Language]?: Free<TextsByElement[E][L]> };
};

type Wording = Partial<Record<string, Partial<Record<Language, Readonly<Record<string, string>>>>>>;

const own = new Map<string, Texts<string>>();
const layers: Wording[] = [];

/**
 * Says things in the page's own words, in every element of this copy of the library, also in those that are
 * drawn already. Placeholders in braces are filled in as in the text that is replaced. Later ones win.
 *
 * @returns takes these wordings back
 *
 * @example
 * ```ts
 * const takeBack = provideTexts({
 *   explorer: { da: { download: 'Gem som fil' }, en: { download: 'Save as file' } },
 * });
 * ```
 */
export function provideTexts(texts: ProvidedTexts): () => void {
  const layer = texts as Wording;
  layers.push(layer);
  reword(Object.keys(texts));
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    reword(Object.keys(texts));
  };
}

wording.onDefine = (element) => apply(element);

function reword(elements: readonly string[]): void {
  elements.forEach(apply);
  for (const reader of wording.readers) reader.requestUpdate();
}

/** Words the texts of an element anew. New objects, so that whoever keeps what it has drawn sees the change. */
function apply(element: string): void {
  const shown = wording.texts.get(element);
  if (!shown) return;
  let plain = own.get(element);
  if (!plain) own.set(element, (plain = { ...shown }));
  for (const language of ['da', 'en'] as const) {
    const said = layers.flatMap((layer) => Object.entries(layer[element]?.[language] ?? {}));
    const free = said.filter(
      ([key, text]) => key in plain[language] && !key.startsWith('suppressed') && text,
    );
    Object.assign(shown, { [language]: { ...plain[language], ...Object.fromEntries(free) } });
  }
}
