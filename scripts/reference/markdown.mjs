// The few forms of Markdown that the reference is written in.

/** One line, for a cell of a table. */
export function line(text) {
  return (text ?? '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** Code, also where it holds the sign that code is put between. */
export function code(text) {
  const shown = line(text);
  if (shown === '') return '';
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

/** A table without the columns that are empty in every row; nothing where there are no rows. */
export function table(head, rows) {
  if (rows.length === 0) return [];
  const kept = head.map((_, at) => at).filter((at) => at === 0 || rows.some((row) => row[at]));
  const write = (row) => `| ${kept.map((at) => row[at] || ' ').join(' | ')} |`;
  return [write(head), `| ${kept.map(() => '---').join(' | ')} |`, ...rows.map(write), ''];
}

/** A section, left out where nothing is in it. */
export function section(heading, lines) {
  return lines.length === 0 ? [] : [heading, '', ...lines];
}

/** Paragraphs of a doc comment: lines of prose are joined, code and lists are left as they are. */
export function prose(text) {
  const plain = (text ?? '').replace(/\{@link (\S+?)\}/g, '`$1`').trim();
  return plain === '' ? [] : [plain, ''];
}
