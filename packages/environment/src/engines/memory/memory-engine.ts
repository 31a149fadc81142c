import type { RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import type { Engine, RawGroups } from '../engine.ts';
import { createGroupIndex, splitKeys } from '../group-index.ts';
import { leavesPerYear, resolveRequest, timeOf } from '../request.ts';
import { columnOf, joinPersonYears } from './person-years.ts';
import { tabulateRegisters } from './tabulate.ts';

/**
 * An engine over registers held in memory as typed arrays: for tests, and for the mocks in a browser.
 *
 * @param tables the registers by name, each sorted by person
 */
export function createMemoryEngine(tables: Readonly<Record<string, RegisterTable>>): Engine {
  const personYears = new Map<string, Int32Array>();
  const table = (name: string): RegisterTable => {
    const found = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (!found) throw new RangeError(`There is no register ${name}`);
    return found;
  };
  const personYearsOf = (cube: CubeModel): Int32Array => {
    const { facts, population } = cube.definition;
    const key = `${facts} ${population.table}`;
    const known = personYears.get(key);
    if (known) return known;
    const time = timeOf(cube);
    const rows = joinPersonYears(
      table(facts),
      time.definition.source.column,
      leavesPerYear(time),
      table(population.table),
    );
    personYears.set(key, rows);
    return rows;
  };
  return {
    async tabulate(cube, by, measures, signal, records) {
      const request = resolveRequest(cube, by, measures);
      signal?.throwIfAborted();
      return tabulateRegisters({
        ...request,
        facts: table(cube.definition.facts),
        population: table(cube.definition.population.table),
        personYear: personYearsOf(cube),
        signal,
        records,
      });
    },
    async population(cube, signal) {
      signal?.throwIfAborted();
      return countResidents(cube, table(cube.definition.population.table));
    },
    async close() {
      personYears.clear();
    },
  };
}

/** Rows of the population with `resident` 1, by year and the cube's public dimensions. */
function countResidents(cube: CubeModel, population: RegisterTable): RawGroups {
  const dimensions = cube.definition.population.public.map((id) => cube.dimension(id)!);
  const time = timeOf(cube);
  const sizes = [
    time.leaves.length / leavesPerYear(time),
    ...dimensions.map((dimension) => dimension.leaves.length),
  ];
  const columns = ['year', ...dimensions.map((dimension) => dimension.definition.source.column)].map((name) =>
    columnOf(population, name),
  );
  const resident = columnOf(population, 'resident');
  const index = createGroupIndex(sizes.reduce((product, size) => product * size, 1));
  const counts: number[] = [];
  for (let row = 0; row < population.rows; row++) {
    if (resident[row] !== 1) continue;
    const key = columns.reduce((sum, column, digit) => sum * sizes[digit]! + column[row]!, 0);
    const group = index.find(key);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const { order, keys } = index.sorted();
  return { keys: splitKeys(keys, sizes), values: [Float64Array.from(order, (group) => counts[group]!)] };
}
