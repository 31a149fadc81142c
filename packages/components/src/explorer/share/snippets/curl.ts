import { addressOf, hashComments, readableQuery, TOKEN, type SharedView } from './snippet.ts';

/** The numbers by curl, in the shell of Linux and macOS: CSV with a status for each number. */
export function curlSnippet(view: SharedView): string {
  return `${hashComments(view.remarks)}curl --silent --show-error --fail-with-body ${quoted(addressOf(view))} \\
  --header 'Content-Type: application/json' \\
  --header 'Accept-Language: ${view.language}' \\
  \${${TOKEN}:+"-HAuthorization: Bearer $${TOKEN}"} \\
  --data-binary ${quoted(readableQuery(view))}
`;
}

/** In single quotation marks nothing means anything but the mark itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
