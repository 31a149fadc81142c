import type { RegisterTable } from '@datakube/registers';
import { tinyRegisters } from '../../../packages/environment/src/testing/tiny-registers.ts';
import { type Draw, drawsFrom } from '../draws.ts';

export type ArenaTables = Readonly<Record<'visit' | 'citizen_year' | 'gp_visit', RegisterTable>>;

/** Somebody who was put into a sparse place, as numbers of leaf members. */
export interface Planted {
  readonly person: number;
  readonly year: number;
  readonly town: number;
  readonly age: number;
  readonly sex: number;
  readonly diseases: number;
  /** Visits: month of the two years, sector, form, days. */
  readonly visits: readonly (readonly [month: number, sector: number, form: number, days: number])[];
}

export interface ArenaRegisters {
  readonly tables: ArenaTables;
  readonly planted: readonly Planted[];
}

/** The small towns: few live there, so nobody there has many neighbours. */
const SMALL_TOWNS = 3;

/**
 * Registers with planted persons: groups of one to three, alike in all they are, in small towns.
 *
 * @param persons those who were not planted
 * @param groups how many groups are planted
 */
export function arenaRegisters(seed: number, persons: number, groups: number): ArenaRegisters {
  const { visit, citizen_year: citizens } = tinyRegisters(persons, seed);
  const draw = drawsFrom(1000 + seed);
  const planted: Planted[] = [];
  for (let group = 0; group < groups; group++) {
    const alike = drawPerson(draw);
    const size = 1 + draw(3);
    for (let each = 0; each < size; each++) planted.push({ ...alike, person: persons + planted.length });
  }
  const homes = planted.map((each) => ({ ...each, resident: 1 }));
  const visits = planted.flatMap(({ person, visits }) =>
    visits.map(([month, sector, form, days]) => ({ person, month, sector, form, days })),
  );
  const all = append(visit, visits);
  return {
    planted,
    tables: {
      citizen_year: append(citizens, homes),
      visit: all,
      gp_visit: keep(all, (row) => all.columns['sector']![row] === 0),
    },
  };
}

function drawPerson(draw: Draw): Omit<Planted, 'person'> {
  const year = draw(2);
  const visit = (): Planted['visits'][number] => {
    const sector = draw(3);
    return [12 * year + draw(12), sector, draw(2), sector === 2 ? draw(6) : 0];
  };
  return {
    year,
    town: draw(SMALL_TOWNS),
    age: draw(4),
    sex: draw(2),
    diseases: 1 << draw(3),
    visits: Array.from({ length: 1 + draw(2) }, visit),
  };
}

function append(table: RegisterTable, rows: readonly object[]): RegisterTable {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const longer = new (column.constructor as Uint8ArrayConstructor)(table.rows + rows.length);
    longer.set(column as Uint8Array);
    rows.forEach((row, at) => (longer[table.rows + at] = (row as Record<string, number>)[name]!));
    return [name, longer];
  });
  return { rows: table.rows + rows.length, columns: Object.fromEntries(columns) };
}

function keep(table: RegisterTable, wanted: (row: number) => boolean): RegisterTable {
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(wanted);
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const shorter = new (column.constructor as Uint8ArrayConstructor)(rows.length);
    rows.forEach((row, at) => (shorter[at] = column[row]!));
    return [name, shorter];
  });
  return { rows: rows.length, columns: Object.fromEntries(columns) };
}
