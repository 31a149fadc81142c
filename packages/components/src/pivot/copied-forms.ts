import type { CopiedBlock } from './copied-block.ts';

/** What goes with a block into a document: what it is, where it is from, what its marks mean. */
export interface Caption {
  readonly title: string;
  /** A sentence each. */
  readonly remarks: readonly string[];
}

/** A block as tab-separated text, for pasting into a spreadsheet. */
export function toTsv(block: CopiedBlock): string {
  return block.lines
    .map((line, row) => line.map((text, field) => inSpreadsheet(block, text, row, field)).join('\t'))
    .join('\n');
}

/** A block as a table of HTML, for pasting into a document. Headers say what they head. */
export function toHtml(block: CopiedBlock, caption: Caption | null): string {
  const { lines, headerLines, headerFields } = block;
  const row = (line: readonly string[], at: number): string => {
    const fields = line.map((text, field) => {
      const written = escaped(inSpreadsheet(block, text, at, field));
      // Where headers of rows and of columns meet there is nothing to head.
      if (at < headerLines) return field < headerFields ? '<td></td>' : `<th scope="col">${written}</th>`;
      return field < headerFields ? `<th scope="row">${written}</th>` : `<td>${written}</td>`;
    });
    return `<tr>${fields.join('')}</tr>`;
  };
  const rows = lines.map(row);
  const head = headerLines > 0 ? `<thead>${rows.slice(0, headerLines).join('')}</thead>` : '';
  const said = caption ? `<caption>${captionLines(caption).map(escaped).join('<br>')}</caption>` : '';
  return `<table>${said}${head}<tbody>${rows.slice(headerLines).join('')}</tbody></table>`;
}

/** A block as a table of Markdown (GitHub Flavored Markdown). It has one line of headers: several become one. */
export function toMarkdown({ lines, headerLines, headerFields }: CopiedBlock, caption: Caption): string {
  const width = lines[0]?.length ?? 0;
  const heads = Array.from({ length: width }, (_, field) =>
    lines
      .slice(0, headerLines)
      .map((line) => line[field] ?? '')
      .filter((text) => text !== '')
      .join(', '),
  );
  const row = (fields: readonly string[]): string => `| ${fields.map(plain).join(' | ')} |`;
  const rule = heads.map((_, field) => (field < headerFields ? '---' : '---:'));
  const [title = '', ...remarks] = captionLines(caption);
  return [
    `**${plain(title)}**`,
    '',
    row(heads),
    `| ${rule.join(' | ')} |`,
    ...lines.slice(headerLines).map(row),
    '',
    ...remarks.map((remark) => `${plain(remark)}  `),
    '',
  ].join('\n');
}

function captionLines({ title, remarks }: Caption): readonly string[] {
  return [title, ...remarks];
}

/** A spreadsheet takes a label that begins like this for a formula, also in full width (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A header that cannot be taken for a formula. What a cell says is a number or words of our own. */
function inSpreadsheet(block: CopiedBlock, text: string, row: number, field: number): string {
  const isHeader = row < block.headerLines || field < block.headerFields;
  return isHeader && FORMULA.test(text) ? `'${text}` : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text in which nothing means anything but itself: no pipe begins a field, no star a word in bold. */
function plain(text: string): string {
  return text.replace(/[\\|`*_[\]<>~#&]/g, (character) => `\\${character}`);
}
