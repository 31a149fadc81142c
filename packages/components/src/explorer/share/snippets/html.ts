import type { SharedView } from './snippet.ts';

/** The view on a page, in two lines. */
export function htmlSnippet({ environment, cube, link }: SharedView): string {
  const script = new URL('sdk/datakube.js', environment).href;
  const shown = link === '' ? '' : ` link=${attribute(link)}`;
  return `<script type="module" src=${attribute(script)}></script>
<datakube-view cube=${attribute(cube)}${shown}></datakube-view>
`;
}

/** A value in quotation marks that nothing in it can end. */
function attribute(value: string): string {
  const escaped = value.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `"${escaped.replaceAll('&#38;', '&amp;')}"`;
}
