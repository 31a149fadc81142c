import type { CubeModel } from '@datakube/environment';
import { TOTAL } from '../knowledge.ts';
import type { ArenaTables } from './registers.ts';

export type Counted = 'persons' | 'visits' | 'days';

/** What a cell really holds, by its name: a code in every dimension of the whole cube. */
export type Truth = (cell: string, measure: Counted) => number;

/** Counts visits one by one, with sets of persons. Shares no code with the engines. */
export function truthOf(model: CubeModel, { visit, citizen_year: citizens }: ArenaTables): Truth {
  const homes = new Map<string, number>();
  for (let row = 0; row < citizens.rows; row++) {
    homes.set(`${citizens.columns['person']![row]} ${citizens.columns['year']![row]}`, row);
  }
  const visits = Array.from({ length: visit.rows }, (_, row) => {
    const person = visit.columns['person']![row]!;
    const home = homes.get(`${person} ${Math.floor(visit.columns['month']![row]! / 12)}`)!;
    const codes = model.dimensions.map(({ definition, members }): ReadonlySet<string> => {
      const { table, column, multiple } = definition.source;
      const value = table === 'facts' ? visit.columns[column]![row]! : citizens.columns[column]![home]!;
      const leaves = members.filter((member) => member?.level === definition.levels.at(-1)!.id);
      const own = multiple ? leaves.filter((_, bit) => (value >> bit) % 2 === 1) : [leaves[value]];
      const within = new Set<string>();
      for (let level of own) {
        for (; level; level = members.find((member) => member?.code === level!.parent))
          within.add(level.code);
      }
      return within;
    });
    return { person, days: visit.columns['days']![row]!, codes };
  });
  const counted = new Map<string, Record<Counted, number>>();
  const count = (cell: string): Record<Counted, number> => {
    const wanted = cell.split('|').map((code, at) => [at, code] as const);
    const members = wanted.filter(([, code]) => code !== TOTAL);
    const inside = visits.filter(({ codes }) => members.every(([at, code]) => codes[at]!.has(code)));
    return {
      persons: new Set(inside.map(({ person }) => person)).size,
      visits: inside.length,
      days: inside.reduce((sum, { days }) => sum + days, 0),
    };
  };
  return (cell, measure) => {
    const known = counted.get(cell) ?? count(cell);
    counted.set(cell, known);
    return known[measure];
  };
}
