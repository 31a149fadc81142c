import type { Language, Query } from '@datakube/contract';

/** What a snippet reproduces: the question of a view, or the view itself. */
export interface SharedView {
  /** Address of the environment, with a slash at the end. */
  readonly environment: string;
  readonly cube: string;
  readonly query: Query;
  /** The view as the parameters of a link; empty for the first table of the cube. */
  readonly link: string;
  /** Language of the labels. */
  readonly language: Language;
  /** What a reader of the numbers has to know, a sentence each: what they are, from where, what cannot be done with them. */
  readonly remarks: readonly string[];
}

/** Where a query is posted. The file has a line for each cell, with points in numbers whatever the language. */
export function addressOf({ environment, cube }: SharedView): string {
  return new URL(`v1/cubes/${encodeURIComponent(cube)}/query?format=csv-plain`, environment).href;
}

/** Remarks as comments of a language that begins them with `#`. No name can end a comment and begin code. */
export function hashComments(remarks: readonly string[]): string {
  return remarks.map((remark) => `# ${onOneLine(remark)}\n`).join('');
}

/** The environment variable that holds a token, where the environment wants one. Never the token itself. */
export const TOKEN = 'DATAKUBE_TOKEN';

/** A name without anything that ends a line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The query as people read it: a line for each part, and for each dimension in it. */
export function readableQuery({ query }: SharedView): string {
  return readable(query, JSON.stringify, '  ');
}

/**
 * Plain data as people read it, in any language whose texts, lists and records are written as those of JSON.
 *
 * @param write writes one value on one line
 */
export function readable(record: object, write: (value: unknown) => string, indent: string): string {
  const lines = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]: [string, unknown]) => {
      const parts = Array.isArray(value) && value.some((part) => typeof part === 'object') ? value : null;
      const written = parts
        ? `[\n${parts.map((part) => `${indent}${indent}${write(part)}`).join(',\n')}\n${indent}]`
        : write(value);
      return `${indent}${JSON.stringify(key)}: ${written}`;
    });
  return `{\n${lines.join(',\n')}\n}`;
}
