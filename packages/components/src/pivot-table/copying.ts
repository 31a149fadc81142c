import { STATUSES, type Language, type Status } from '@datakube/contract';
import { formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import { copiedBlock, type CopiedBlock } from '../pivot/copied-block.ts';
import { toHtml, toMarkdown, toTsv, type Caption } from '../pivot/copied-forms.ts';
import { isCell } from '../pivot/navigation.ts';
import { selectedColumns, selectedRows } from '../pivot/selection.ts';
import { copiedNotes } from './annotate/copied-notes.ts';
import type { Frame } from './frame.ts';
import { tableLabel } from './table-frame.ts';
import type { ToolHost } from './tools/tool-host.ts';

/** How a block is copied: for a spreadsheet or a document, without its headers, or as Markdown. */
export type CopyForm = 'table' | 'cells' | 'markdown';

/** What a block of cells is on the clipboard, by media type. */
type Clip = Readonly<Record<string, string>>;

/** Puts what is selected, or the cell with focus, on the clipboard with its headers, when the reader presses the keys. */
export function copy(host: ToolHost, event: ClipboardEvent): void {
  const clip = clipOf(host, 'table');
  if (!clip || !event.clipboardData) return;
  for (const [type, text] of Object.entries(clip)) event.clipboardData.setData(type, text);
  event.preventDefault();
  host.onCopied(true);
}

/** Does it from a menu, in any form. A page may forbid it; the keys still work. */
export async function copyNow(host: ToolHost, form: CopyForm): Promise<void> {
  const clip = clipOf(host, form);
  if (!clip) return;
  const blobs = Object.entries(clip).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    host.onCopied(true);
  } catch {
    host.onCopied(false);
  }
}

function clipOf({ frame, view, language }: ToolHost, form: CopyForm): Clip | null {
  const { row, column } = view.active;
  const lone = isCell(view.active) ? { anchorRow: row, anchorColumn: column, row, column } : null;
  const selection = view.selection ?? lone;
  if (!selection) return null;
  const [rows, columns] = [selectedRows(selection), selectedColumns(selection)];
  const block = copiedBlock(frame.layout, rows, columns, frame.words.copied, form !== 'cells');
  if (form === 'cells') return { 'text/plain': toTsv(block), 'text/html': toHtml(block, null) };
  const caption = captionOf(frame, block, language);
  const notes = copiedNotes(frame, rows, columns, language);
  switch (form) {
    case 'table':
      return { 'text/plain': toTsv(block, notes), 'text/html': toHtml(block, caption, notes) };
    case 'markdown':
      return { 'text/plain': toMarkdown(block, caption, notes) };
  }
}

/** What is copied is told of as on the screen: by whom it was made, which release, and what its marks mean. */
function captionOf({ layout, info, texts }: Frame, { statuses }: CopiedBlock, language: Language): Caption {
  const { declaration, release, synthetic } = layout.cellSet;
  const sources = declaration.sources.map(({ name }) => name[language]).join(', ');
  return {
    title: tableLabel(layout, texts, info),
    remarks: [
      ...STATUSES.filter((status) => statuses.has(status)).flatMap((status) => meaning(status, texts)),
      [
        fill(texts.source, { sources }),
        fill(texts.release, { release: formatRelease(release) }),
        ...(synthetic ? [texts.synthetic] : []),
      ].join('. '),
    ].map((remark) => `${remark}.`),
  };
}

function meaning(status: Status, texts: Frame['texts']): readonly string[] {
  switch (status) {
    case 'published':
      return [];
    case 'suppressed':
      return [`${texts.suppressedMark} ${texts.suppressedLegend}`];
    case 'missing':
      return [`${texts.missingMark} ${texts.missingLegend}`];
    case 'not-applicable':
      return [`${texts.notApplicableMark} ${texts.notApplicableLegend}`];
    case 'rounded':
      return [texts.roundedLegend];
    case 'perturbed':
      return [texts.perturbedLegend];
  }
}
