/** A number that a worked table gives, or null where it is hidden. */
export type Cell = number | null;

/** What a page claims of a table, from the comment above it: `possibilities="Cby 14" safe`. */
export type Claims = ReadonlyMap<string, string>;

/** A table on a page, with its cells by name: `Northby COPD`, or `Cby` in a list. */
export interface WorkedTable {
  readonly name: string;
  /** `truth`, `published`, `alternative` or `certificate`. */
  readonly kind: string;
  readonly claims: Claims;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly sums: readonly Sum[];
}

/** A total and its parts. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

const HIDDEN = '[hidden]';

/** The tables of a page that a comment `<!-- table: … -->` or `<!-- list: … -->` announces, in their order. */
export function workedTables(page: string): WorkedTable[] {
  const listSums = new Map<string, Sum[]>();
  return [...page.matchAll(/<!-- (table|list): (\S+) (\w+)([\s\S]*?)-->\n\n((?:\|.*\n)+)/g)].map(
    ([, form, name, kind, rest, lines]) => {
      const rows = rowsOf(lines!);
      if (form === 'table')
        return {
          name: name!,
          kind: kind!,
          claims: claimsOf(rest!),
          cells: cross(rows),
          sums: crossSums(rows),
        };
      const own = sumsOf(rest!);
      if (own.length > 0) listSums.set(name!, own);
      const cells = new Map(rows.slice(1).map(([label, number]) => [label!, cellOf(number!)]));
      return { name: name!, kind: kind!, claims: claimsOf(rest!), cells, sums: listSums.get(name!) ?? [] };
    },
  );
}

/** Rows of a Markdown table, header first, without the line of dashes. */
export function rowsOf(lines: string): string[][] {
  return lines
    .trim()
    .split('\n')
    .filter((line) => !/^\|[ :|-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function cross([header, ...rows]: string[][]): Map<string, Cell> {
  return new Map(
    rows.flatMap(([row, ...cells]) =>
      cells.map((cell, at) => [`${row} ${header![at + 1]}`, cellOf(cell)] as const),
    ),
  );
}

function crossSums([header, ...rows]: string[][]): Sum[] {
  const columns = header!.slice(1);
  const labels = rows.map(([label]) => label!);
  const along = labels.map((row) => sumOf(columns.map((column) => `${row} ${column}`)));
  const down = columns.map((column) => sumOf(labels.map((row) => `${row} ${column}`)));
  return [...along, ...down];
}

/** The last of a line is the total of those before it. */
function sumOf(names: readonly string[]): Sum {
  return { total: names.at(-1)!, parts: names.slice(0, -1) };
}

function sumsOf(text: string): Sum[] {
  return [...text.matchAll(/(\w+) = ([\w +]+)/g)].map(([, total, parts]) => ({
    total: total!,
    parts: parts!.trim().split(/ \+ /),
  }));
}

function claimsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, value ?? '']),
  );
}

function cellOf(text: string): Cell {
  if (text === HIDDEN) return null;
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) throw new Error(`“${text}” is neither a number nor ${HIDDEN}`);
  return number;
}
