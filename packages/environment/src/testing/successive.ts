import type { CubeDefinition } from '@datakube/contract';
import type { RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../cubes/cube-model.ts';
import { tinyCube } from './tiny-cube.ts';
import { tinyRegisters } from './tiny-registers.ts';

/** Visits that were registered late, as rows of the tiny registers. */
export interface LateVisit {
  readonly person: number;
  /** From 0. */
  readonly month: number;
}

/** The tiny registers as they were after so many years, with visits that came in late. */
export function registersAfter(
  years: number,
  persons: number,
  seed: number,
  late: readonly LateVisit[] = [],
): Record<'visit' | 'citizen_year', RegisterTable> {
  const { visit, citizen_year } = tinyRegisters(persons, seed);
  const visits = keep(visit, (row) => visit.columns['month']![row]! < 12 * years);
  return {
    visit: late.reduce((table, { person, month }) => addVisit(table, person, month), visits),
    citizen_year: keep(citizen_year, (row) => citizen_year.columns['year']![row]! < years),
  };
}

/** The tiny cube with little of what it publishes, over so many years. */
export function successiveCube(
  years: number,
  change: (definition: CubeDefinition) => CubeDefinition = (same) => same,
): CubeModel {
  return tinyCube((definition) => change(successiveDefinition(definition, years)));
}

export function successiveDefinition(definition: CubeDefinition, years: number): CubeDefinition {
  const cuboid = (...parts: string[]) => ({
    dimensions: parts.map((part) => ({ dimension: part.split('.')[0]!, level: part.split('.')[1]! })),
  });
  return {
    ...definition,
    dimensions: definition.dimensions.map((dimension) =>
      dimension.kind === 'time'
        ? { ...dimension, members: { calendar: { from: '2023-01-01', to: `${2022 + years}-12-31` } } }
        : dimension,
    ),
    release: {
      cuboids: [
        cuboid('place.town', 'sex.sex', 'time.year'),
        cuboid('place.region', 'time.quarter', 'form.form'),
      ],
    },
  };
}

function keep({ columns, rows }: RegisterTable, wanted: (row: number) => boolean): RegisterTable {
  const kept = [...Array(rows).keys()].filter(wanted);
  return {
    rows: kept.length,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, column.filter((_, row) => wanted(row))]),
    ),
  };
}

/** Rows stand by person. */
function addVisit({ columns, rows }: RegisterTable, person: number, month: number): RegisterTable {
  const at = columns['person']!.findIndex((each) => each > person);
  const place = at < 0 ? rows : at;
  const row: Readonly<Record<string, number>> = { person, month, sector: 0, form: 0, days: 0 };
  return {
    rows: rows + 1,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const longer = new (column.constructor as typeof Int32Array)(rows + 1);
        longer.set(column.subarray(0, place));
        longer[place] = row[name]!;
        longer.set(column.subarray(place), place + 1);
        return [name, longer];
      }),
    ),
  };
}
