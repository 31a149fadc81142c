import { inOneField, type CopiedBlock } from './copied-block.ts';

/** What goes with a block into a document: what it is, where it is from, what its marks mean. */
export interface Caption {
  readonly title: string;
  /** A sentence each. */
  readonly remarks: readonly string[];
}

/**
 * A block as tab-separated text, for pasting into a spreadsheet.
 *
 * @param notes what is to be known of its cells: lines after an empty one
 */
export function toTsv(block: CopiedBlock, notes: readonly string[] = []): string {
  const lines = block.lines.map((line, row) =>
    line.map((text, field) => inSpreadsheet(block, text, row, field)).join('\t'),
  );
  const below = notes.map((note) => noFormula(inOneField(note)));
  return [...lines, ...(below.length > 0 ? ['', ...below] : [])].join('\n');
}

/**
 * A block as a table of HTML, for pasting into a document. Headers say what they head.
 *
 * @param notes what is to be known of its cells: a paragraph each, below the table
 */
export function toHtml(block: CopiedBlock, caption: Caption | null, notes: readonly string[] = []): string {
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
  const below = notes.map((note) => `<p>${escaped(noFormula(inOneField(note)))}</p>`).join('');
  return `<table>${said}${head}<tbody>${rows.slice(headerLines).join('')}</tbody></table>${below}`;
}

/**
 * A block as a table of Markdown (GitHub Flavored Markdown). It has one line of headers: several become one.
 *
 * @param notes what is to be known of its cells: lines below the table, before the remarks
 */
export function toMarkdown(
  { lines, headerLines, headerFields }: CopiedBlock,
  caption: Caption,
  notes: readonly string[] = [],
): string {
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
    ...[...notes, ...remarks].map((remark) => `${plain(inOneField(remark))}  `),
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
  return isHeader ? noFormula(text) : text;
}

function noFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text in which nothing means anything but itself: no pipe begins a field, no star a word in bold. */
function plain(text: string): string {
  return text.replace(/[\\|`*_[\]<>~#&]/g, (character) => `\\${character}`);
}
