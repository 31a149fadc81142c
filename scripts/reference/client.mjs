// docs/reference/client.md: everything that `@datakube/client` exports.
import ts from 'typescript';
import { examples, row } from './charts.mjs';
import { line, prose, table } from './markdown.mjs';
import { docOf, membersOf, signaturesOf, tagsOf } from './types.mjs';

const ENTRIES = {
  '@datakube/client': 'packages/client/src/index.ts',
  '@datakube/client/arrow': 'packages/client/src/arrow.ts',
};
export const clientEntries = Object.values(ENTRIES);

/** @returns {string} the page */
export function clientPage({ checker, exportsOf }) {
  const groups = Object.entries(ENTRIES).flatMap(([entry, path]) => [
    `## ${entry}`,
    '',
    ...exportsOf(path)
      .sort(functionsFirst)
      .flatMap((each) => exported(each, checker)),
  ]);
  return [
    '# The client',
    '',
    'Made from the types and doc comments of [`@datakube/client`](../../packages/client) by `scripts/reference.mjs`.',
    'How to sign in and what to do with answers: [guide for portals](../guide/portal.md).',
    '',
    ...groups,
  ].join('\n');
}

const rank = ({ symbol }) =>
  symbol.flags & ts.SymbolFlags.Function ? 0 : symbol.flags & ts.SymbolFlags.Class ? 2 : 1;
const functionsFirst = (a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1);

function exported({ name, symbol }, checker) {
  const head = [`### ${name}`, ''];
  const tail = [
    ...prose(docOf(symbol, checker)),
    ...examples(symbol),
    ...tagsOf(symbol, 'throws').map((text) => `Throws ${line(text)}.\n`),
  ];
  if (symbol.flags & ts.SymbolFlags.Function) {
    const forms = signaturesOf(symbol, checker).map((signature) => `${name}${signature}`);
    return [...head, '```text', ...forms, '```', '', ...tail];
  }
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const members = membersOf(type, checker).filter(({ from }) => from !== 'Error');
  if (symbol.flags & ts.SymbolFlags.TypeAlias && (type.isUnion() || type.getCallSignatures().length > 0)) {
    const [declaration] = symbol.declarations;
    return [...head, '```text', declaration.type.getText(), '```', '', ...tail];
  }
  const rows = members.map(row);
  return [...head, ...tail, ...table(['name', 'type', 'default', 'what it is'], rows)];
}
