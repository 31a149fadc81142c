import type { Column, RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { columnOf, joinPersonYears } from '../../engines/memory/person-years.ts';
import { leavesPerYear, timeOf } from '../../engines/request.ts';
import { createMarker, type DistinctMark, markName, marksOf } from './distinct-marks.ts';

/**
 * What a table of events carries in the file beside its own columns: the attributes its persons have
 * in the year of the event, so that counting needs no join (a third of the time), and marks, so that
 * counting persons is a sum.
 */
export interface FactLayout {
  readonly population: string;
  readonly timeColumn: string;
  readonly perYear: number;
  /** Columns of the population, sorted. */
  readonly attributes: readonly string[];
  readonly marks: readonly DistinctMark[];
}

/** Names of what a table of events carries, as the file remembers them. */
export interface FactLayoutNames {
  readonly attributes: readonly string[];
  /** In the order of their bits. */
  readonly marks: readonly string[];
}

/** Column of an event with an attribute of its person. */
export function attributeColumn(attribute: string): string {
  return `person_${attribute}`;
}

/**
 * The layout that the cubes call for, by table of events.
 *
 * @throws RangeError when two cubes join the same events to different persons
 */
export function factLayouts(cubes: readonly CubeModel[]): Map<string, FactLayout> {
  const marks = marksOf(cubes);
  const layouts = new Map<string, FactLayout>();
  for (const cube of cubes) {
    const { facts, population } = cube.definition;
    const time = timeOf(cube);
    const before = layouts.get(facts);
    const layout = {
      population: population.table,
      timeColumn: time.definition.source.column,
      perYear: leavesPerYear(time),
      attributes: [...new Set([...(before?.attributes ?? []), ...attributesOf(cube)])].sort(),
      marks: marks.get(facts) ?? [],
    };
    if (before && (before.population !== layout.population || before.timeColumn !== layout.timeColumn)) {
      throw new RangeError(`Two cubes join ${facts} to persons in different ways`);
    }
    layouts.set(facts, layout);
  }
  return layouts;
}

/** Columns of the population that the cube's dimensions read. */
export function attributesOf(cube: CubeModel): string[] {
  return cube.dimensions.flatMap(({ definition: { source } }) =>
    source.table === 'population' ? [source.column] : [],
  );
}

export function layoutNames({ attributes, marks }: FactLayout): FactLayoutNames {
  return { attributes, marks: marks.map(markName) };
}

/** Columns added to a table of events, attributes first and then the marks, for one block after the other. */
export function createFactColumns(
  layout: FactLayout,
): (facts: RegisterTable, population: RegisterTable) => Column[] {
  const marker = createMarker(layout.marks);
  return (facts, population) => {
    const rows = joinPersonYears(facts, layout.timeColumn, layout.perYear, population);
    return [...layout.attributes.map((name) => gather(columnOf(population, name), rows)), marker(facts)];
  };
}

function gather(column: Column, rows: Int32Array): Column {
  const values = emptyLike(column, rows.length);
  for (let row = 0; row < rows.length; row++) values[row] = column[rows[row]!]!;
  return values;
}

function emptyLike(column: Column, rows: number): Column {
  if (column instanceof Uint8Array) return new Uint8Array(rows);
  return column instanceof Uint16Array ? new Uint16Array(rows) : new Int32Array(rows);
}
