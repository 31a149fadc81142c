import { version } from './version.ts';

/** What a page names. Every entry registers at least one of them, so they tell which version was here first. */
const named = ['provider', 'pivot-table', 'chart', 'declaration', 'explorer', 'view'];

let said = false;

/**
 * Registers elements where their names are free. Where another version of the library has registered any of
 * the elements that a page names, nothing is registered and the console is told, once: elements of two
 * versions never meet inside one another. Does nothing where there is no document.
 *
 * @param elements classes by name. Those that others draw come first
 */
export function register(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  const { customElements: registry } = globalThis;
  if (!registry) return;
  const others = named.map((name) => registry.get(`datakube-${name}`)).map(versionOf);
  const other = others.find((found) => found !== version);
  if (other !== undefined) {
    if (!said) console.warn(`Datakube ${version} registers no elements: Datakube ${other} is on this page.`);
    said = true;
    return;
  }
  for (const [name, element] of Object.entries(elements)) {
    if (!registry.get(name)) registry.define(name, element);
  }
}

/** The version of an element; this one's where the name is free, `unknown` where somebody else has taken it. */
function versionOf(element: CustomElementConstructor | undefined): string {
  if (!element) return version;
  return 'version' in element ? String(element.version) : 'unknown';
}
