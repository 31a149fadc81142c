// docs/reference/charts.md: each kind of chart, what it is for, and its options.
import { code, line, prose, section, table } from './markdown.mjs';
import { docOf, membersOf, signaturesOf, tagsOf } from './types.mjs';

const ENTRY = 'packages/charts/src/index.ts';
export const chartsEntry = ENTRY;

/** @returns {string} the page */
export function chartsPage({ checker, exportsOf }) {
  const found = exportsOf(ENTRY);
  const chart = found.find(({ name }) => name === 'Chart').symbol;
  const shared = found.find(({ name }) => name === 'ChartOptions').symbol;
  const typed = found.map((each) => ({ ...each, type: checker.getTypeOfSymbol(each.symbol) }));
  const kinds = typed.filter(({ type }) => type.symbol === chart);
  const functions = typed.filter(
    ({ type, symbol }) =>
      symbol.valueDeclaration && type.symbol !== chart && type.getCallSignatures().length > 0,
  );
  return [
    '# Charts',
    '',
    'Made from the types and doc comments of [`@datakube/charts`](../../packages/charts) by `scripts/reference.mjs`.',
    'How they look with hidden values, breaks and references: the stories (`npm run dev`).',
    '',
    ...prose(docOf(chart, checker)),
    ...examples(chart),
    ...section('## What every chart has', membersTable(checker.getDeclaredTypeOfSymbol(chart), checker)),
    ...section('## Options of every chart', membersTable(checker.getDeclaredTypeOfSymbol(shared), checker)),
    ...kinds.flatMap((kind) => kindSection(kind, checker)),
    ...functions.flatMap((each) => functionSection(each, checker)),
  ].join('\n');
}

function kindSection({ name, symbol, type }, checker) {
  const [options] = checker.getTypeArguments(type);
  const own = membersOf(options, checker).filter(({ from }) => from !== 'ChartOptions');
  const rows = own.map(row);
  return [
    `## ${name}`,
    '',
    ...prose(docOf(symbol, checker)),
    ...examples(symbol),
    ...(rows.length > 0
      ? table(['option', 'type', 'default', 'what it is'], rows)
      : ['It has no options besides those of every chart.', '']),
  ];
}

function functionSection({ name, symbol }, checker) {
  return [
    `## ${name}`,
    '',
    ...signaturesOf(symbol, checker).flatMap((signature) => ['```text', `${name}${signature}`, '```', '']),
    ...prose(docOf(symbol, checker)),
    ...examples(symbol),
    ...tagsOf(symbol, 'throws').map((text) => `Throws ${line(text)}.\n`),
  ];
}

function membersTable(type, checker) {
  return table(['name', 'type', 'default', 'what it is'], membersOf(type, checker).map(row));
}

/** Name, type, what holds where nothing is said, and what it is. */
export function row({ name, isMethod, type, doc }) {
  const text = line(prose(doc).join(' '));
  const usual = /\s*Default:? (.+?)\.(?=\s|$)/.exec(text);
  const marked = /(`[\w-]+`) \(default\)/.exec(text);
  return [
    code(isMethod ? `${name}${type}` : name),
    isMethod ? '' : code(type),
    usual?.[1] ?? marked?.[1] ?? '',
    usual ? text.replace(usual[0], '').trim() : text,
  ];
}

export function examples(symbol) {
  return tagsOf(symbol, 'example').flatMap((text) => [text.trim(), '']);
}
