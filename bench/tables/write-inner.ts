// Writes the inner cells of a made-up table: node bench/tables/write-inner.ts l89k INNER.csv
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BenchDimension, type BenchTable, benchTable, groupOf, innerCounts } from './bench-tables.ts';

/** Inner cells as comma-separated values: the codes of each dimension, those of its groups, and `freq`. */
export function innerCsv(table: BenchTable): string {
  const texts = table.dimensions.map(codes);
  const lines = [`${table.dimensions.flatMap(columns).join(',')},freq`];
  innerCounts(table).forEach((count, cell) => {
    let line = `${count}`;
    let rest = cell;
    for (let at = texts.length - 1; at >= 0; at--) {
      const members = texts[at]!;
      line = `${members[rest % members.length]},${line}`;
      rest = Math.floor(rest / members.length);
    }
    lines.push(line);
  });
  return `${lines.join('\n')}\n`;
}

/** What `--hierarchy` must say for the table. */
export function hierarchyOptions({ dimensions }: BenchTable): string[] {
  return dimensions.flatMap(({ column, groups }) => (groups ? [`${column}<${groups.column}`] : []));
}

function columns({ column, groups }: BenchDimension): string[] {
  return groups ? [column, groups.column] : [column];
}

function codes({ column, members, groups }: BenchDimension): string[] {
  const code = (of: string, at: number): string =>
    `${of[0]!.toUpperCase()}${String(at + 1).padStart(3, '0')}`;
  return Array.from({ length: members }, (_, member) =>
    groups
      ? `${code(column, member)},${code(groups.column, groupOf(member, members, groups.count))}`
      : code(column, member),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, path] = process.argv.slice(2);
  if (name === undefined || path === undefined) throw new Error('write-inner.ts TABLE INNER.csv');
  writeFileSync(path, innerCsv(benchTable(name)));
}
