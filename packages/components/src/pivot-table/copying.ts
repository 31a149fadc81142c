import { copiedBlock, toHtml, toTsv } from '../pivot/copied-block.ts';
import { isCell } from '../pivot/navigation.ts';
import { selectedColumns, selectedRows } from '../pivot/selection.ts';
import type { ToolHost } from './tools/tool-host.ts';

/** What a block of cells is on the clipboard: text for a spreadsheet, a table for a document. */
type Clip = Readonly<Record<'text/plain' | 'text/html', string>>;

/** Puts what is selected, or the cell with focus, on the clipboard with its headers, when the reader presses the keys. */
export function copy(host: ToolHost, event: ClipboardEvent): void {
  const clip = clipOf(host, true);
  if (!clip || !event.clipboardData) return;
  for (const [type, text] of Object.entries(clip)) event.clipboardData.setData(type, text);
  event.preventDefault();
  host.onCopied(true);
}

/** Does the same from a menu, with headers or without. A page may forbid it; the keys still work. */
export async function copyNow(host: ToolHost, headers: boolean): Promise<void> {
  const clip = clipOf(host, headers);
  if (!clip) return;
  const blobs = Object.entries(clip).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    host.onCopied(true);
  } catch {
    host.onCopied(false);
  }
}

function clipOf({ frame, view }: ToolHost, headers: boolean): Clip | null {
  const { row, column } = view.active;
  const lone = isCell(view.active) ? { anchorRow: row, anchorColumn: column, row, column } : null;
  const selection = view.selection ?? lone;
  if (!selection) return null;
  const [rows, columns] = [selectedRows(selection), selectedColumns(selection)];
  const block = copiedBlock(frame.layout, rows, columns, frame.words.copied, headers);
  return { 'text/plain': toTsv(block), 'text/html': toHtml(block) };
}
