// docs/reference/elements.md: what the manifest of the elements says, and the tokens of their style sheets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../steps.mjs';
import { code, line, prose, section, table } from './markdown.mjs';

const components = 'packages/components/src';
const read = (file) => readFileSync(join(root, components, file), 'utf8');

/**
 * @param {import('custom-elements-manifest').Package} manifest
 * @returns {string} the page: elements that the package exports, and no part of them
 */
export function elementsPage(manifest) {
  const exported = read('index.ts');
  const elements = manifest.modules
    .flatMap(({ path, declarations = [] }) => declarations.map((each) => ({ ...each, path })))
    .filter(({ tagName, name }) => tagName && exported.includes(`{ ${name} }`));
  elements.sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return [
    '# Elements',
    '',
    'Made from `custom-elements.json` and the style sheets by `scripts/reference.mjs`. How to use them together:',
    '[guide for portals](../guide/portal.md).',
    '',
    ...table(
      ['element', 'what it is'],
      elements.map(({ tagName, summary }) => [`[\`${tagName}\`](#${tagName})`, line(summary)]),
    ),
    ...elements.flatMap(element),
    ...tokens(),
  ].join('\n');
}

function element(each) {
  const {
    tagName,
    description,
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = each;
  const open = members.filter(
    ({ privacy, static: isStatic, description: of, name }) =>
      privacy === undefined && !isStatic && of && !inherited.has(name) && !of.startsWith('@internal'),
  );
  const fields = open.filter(({ kind }) => kind === 'field');
  const methods = open.filter(({ kind }) => kind === 'method');
  return [
    `## ${tagName}`,
    '',
    ...prose(description),
    ...exampleOf(each),
    ...section(
      '### Attributes and properties',
      table(['property', 'attribute', 'type', 'default', 'what it is'], fields.map(field)),
    ),
    ...section('### Methods', table(['method', 'what it does'], methods.map(method))),
    ...section(
      '### Events',
      table(['event', 'when'], events.filter(({ name }) => name?.startsWith('datakube-')).map(named)),
    ),
    ...section(
      '### Slots',
      table(
        ['slot', 'what goes there'],
        slots.map(({ name, description: of }) => [name ? code(name) : '(default)', line(of)]),
      ),
    ),
    ...section('### Parts', table(['part', 'what it is'], cssParts.map(named))),
    ...section(
      '### Tokens of its own',
      table(
        ['token', 'default', 'what it is'],
        cssProperties.map((of) => [code(of.name), code(of.default), line(of.description)]),
      ),
    ),
  ];
}

const inherited = new Set([
  'updateComplete',
  'renderRoot',
  'isUpdatePending',
  'hasUpdated',
  'drawing',
  'categoriesRun',
]);

const named = ({ name, description }) => [code(name), line(description)];

function field({ name, attribute, type, default: usual, readonly, description }) {
  const known = usual === undefined || usual === 'undefined' ? '' : code(usual);
  return [
    code(name),
    attribute ? code(attribute) : '',
    code(type?.text),
    known,
    line(description) + (readonly ? ' Read only.' : ''),
  ];
}

function method({ name, parameters = [], description, return: result }) {
  const takes = parameters.map(
    ({ name: of, optional, type }) => `${of}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
  );
  return [code(`${name}(${takes.join(', ')}): ${result?.type?.text ?? 'void'}`), line(description)];
}

/** The manifest leaves examples out. They stand in the doc comment above the class. */
function exampleOf({ path, name }) {
  const source = readFileSync(join(root, path), 'utf8');
  const before = source.slice(0, source.indexOf(`export class ${name} `));
  const comment = before.slice(before.lastIndexOf('/**'));
  const [, fenced] = /@example\n([\s\S]*?\n \* ```)\n/.exec(comment) ?? [];
  return fenced ? [fenced.replace(/^ \* ?/gm, ''), ''] : [];
}

function tokens() {
  return [
    '## Tokens of every element',
    '',
    'Set on any ancestor; they hold for what is inside it. Where two values stand, the first is for light and the second for',
    'dark.',
    '',
    ...table(['token', 'default'], tokensIn('styles/tokens.ts')),
    '## Tokens of charts',
    '',
    ...table(['token', 'default'], tokensIn('chart/chart-tokens.ts')),
  ];
}

/** `--_radius: var(--datakube-radius, 3px);`, the first time each is set: media and states come later. */
function tokensIn(file) {
  const found = new Map();
  for (const [, name, value] of read(file).matchAll(/var\(\s*(--datakube-[\w-]+),\s*([\s\S]*?)\s*\);/g)) {
    if (!found.has(name)) found.set(name, value.replace(/\s+/g, ' '));
  }
  return [...found].map(([name, value]) => {
    const both = /^light-dark\((#[^,]+), (#[^)]+)\)$/.exec(value);
    return [
      code(name),
      both ? `${code(both[1])} ${code(both[2])}` : code(value.replaceAll('--_', '--datakube-')),
    ];
  });
}
