import { curlSnippet } from './curl.ts';
import { htmlSnippet } from './html.ts';
import { pythonSnippet } from './python.ts';
import { rSnippet } from './r.ts';
import { reactSnippet } from './react.ts';
import type { SharedView } from './snippet.ts';

/** Languages a view is given in, in the order of their tabs. */
export const SNIPPETS = {
  html: { name: 'HTML', write: htmlSnippet, shows: 'view' },
  react: { name: 'React', write: reactSnippet, shows: 'view' },
  r: { name: 'R', write: rSnippet, shows: 'numbers' },
  python: { name: 'Python', write: pythonSnippet, shows: 'numbers' },
  curl: { name: 'curl', write: curlSnippet, shows: 'numbers' },
} as const satisfies Record<
  string,
  {
    readonly name: string;
    readonly write: (view: SharedView) => string;
    /** What one gets: the view as it stands, or its numbers. */
    readonly shows: 'view' | 'numbers';
  }
>;

export type SnippetLanguage = keyof typeof SNIPPETS;
