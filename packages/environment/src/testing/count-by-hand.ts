import type { RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Grouping } from '../engines/engine.ts';

/** A group as a list of member codes, with the measures of the tiny cube. */
export interface CountedGroup {
  readonly codes: readonly string[];
  readonly persons: number;
  readonly visits: number;
  readonly days: number;
  /** The persons themselves. */
  readonly people: ReadonlySet<number>;
}

/**
 * Counts the tiny registers the slow way, with sets of persons and member codes: what engines are
 * compared with. Shares no code with them.
 */
export function countByHand(
  cube: CubeModel,
  tables: Readonly<Record<string, RegisterTable>>,
  by: readonly Grouping[],
): CountedGroup[] {
  const { visit, citizen_year: citizens } = tables as Record<'visit' | 'citizen_year', RegisterTable>;
  const years = new Map<string, number>();
  for (let row = 0; row < citizens.rows; row++) {
    years.set(`${citizens.columns['person']![row]} ${citizens.columns['year']![row]}`, row);
  }
  const groups = new Map<string, { codes: string[]; persons: Set<number>; visits: number; days: number }>();
  for (let row = 0; row < visit.rows; row++) {
    const person = visit.columns['person']![row]!;
    const home = years.get(`${person} ${Math.floor(visit.columns['month']![row]! / 12)}`)!;
    for (const codes of combinations(
      by.map((grouping) => codesOf(cube, grouping, visit, row, citizens, home)),
    )) {
      const key = codes.join('|');
      const group = groups.get(key) ?? { codes, persons: new Set<number>(), visits: 0, days: 0 };
      groups.set(key, group);
      group.persons.add(person);
      group.visits += 1;
      group.days += visit.columns['days']![row]!;
    }
  }
  const order = by.map((grouping) => {
    const dimension = cube.dimension(grouping.dimension)!;
    return dimension.members
      .filter((member) => member?.level === grouping.level)
      .map((member) => member!.code);
  });
  return [...groups.values()]
    .sort((a, b) => {
      const at = by.findIndex((_, index) => a.codes[index] !== b.codes[index]);
      return at < 0 ? 0 : order[at]!.indexOf(a.codes[at]!) - order[at]!.indexOf(b.codes[at]!);
    })
    .map(({ codes, persons, visits, days }) => ({
      codes,
      persons: persons.size,
      visits,
      days,
      people: persons,
    }));
}

function codesOf(
  cube: CubeModel,
  { dimension: id, level }: Grouping,
  visit: RegisterTable,
  row: number,
  citizens: RegisterTable,
  home: number,
): string[] {
  const { definition, members } = cube.dimension(id)!;
  const { table, column, multiple } = definition.source;
  const value = table === 'facts' ? visit.columns[column]![row]! : citizens.columns[column]![home]!;
  const leaves = members.filter((member) => member?.level === definition.levels.at(-1)!.id);
  const chosen = multiple
    ? leaves.filter((_, bit) => Math.floor(value / 2 ** bit) % 2 === 1)
    : [leaves[value]];
  return chosen.map((leaf) => {
    let member = leaf!;
    while (member.level !== level) member = members.find((other) => other?.code === member.parent)!;
    return member.code;
  });
}

function combinations(parts: readonly string[][]): string[][] {
  return parts.reduce<string[][]>(
    (done, part) => done.flatMap((codes) => part.map((code) => [...codes, code])),
    [[]],
  );
}
