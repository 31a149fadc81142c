import { addKeys, recordKey, type RecordKeys } from '@datakube/disclosure';
import type { Column, RegisterTable } from '@datakube/registers';
import { positionsAt } from '../../cubes/dimension-model.ts';
import type { RawGroups } from '../engine.ts';
import { createGroupIndex, type GroupIndex, splitKeys } from '../group-index.ts';
import type { CountedMeasure, ResolvedGrouping } from '../request.ts';
import { columnOf } from './person-years.ts';

/** Rows between two looks at the abort signal. */
const ROWS_PER_TURN = 2 ** 19;

interface Tabulation {
  readonly facts: RegisterTable;
  readonly population: RegisterTable;
  /** Row of the population for each row of the facts. */
  readonly personYear: Int32Array;
  readonly by: readonly ResolvedGrouping[];
  readonly measures: readonly CountedMeasure[];
  readonly signal: AbortSignal | undefined;
  /** Asks for the keys of the sets of persons. */
  readonly records: RecordKeys | undefined;
}

/**
 * Counts in one pass. Facts are sorted by person, so a person is new to a group exactly when the
 * group's last person was another: distinct persons cost one comparison.
 */
export async function tabulateRegisters(task: Tabulation): Promise<RawGroups> {
  const { facts, by, measures, signal, records } = task;
  const index = createGroupIndex(by.reduce((product, grouping) => product * grouping.size, 1));
  const counts = measures.map((measure) => createTally(measure, facts));
  const setKeys = records && createKeyTally(records, columnOf(facts, 'person'));
  const tallies = setKeys ? [...counts, setKeys] : counts;
  const keysOf = createKeys(task);
  for (let from = 0; from < facts.rows; from += ROWS_PER_TURN) {
    signal?.throwIfAborted();
    countRows(from, Math.min(facts.rows, from + ROWS_PER_TURN), keysOf, index, tallies);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  signal?.throwIfAborted();
  const { order, keys } = index.sorted();
  const inOrder = (tally: Tally): Float64Array => Float64Array.from(order, (group) => tally.values()[group]!);
  return {
    keys: splitKeys(
      keys,
      by.map((grouping) => grouping.size),
    ),
    values: counts.map(inOrder),
    ...(setKeys && { setKeys: inOrder(setKeys) }),
  };
}

function countRows(
  from: number,
  to: number,
  keysOf: RowKeys,
  index: GroupIndex,
  tallies: readonly Tally[],
): void {
  for (let row = from; row < to; row++) {
    const count = keysOf.read(row);
    for (let at = 0; at < count; at++) {
      const group = index.find(keysOf.keys[at]!);
      for (const tally of tallies) tally.add(group, row);
    }
  }
}

/** The groups of a row: one, or several where a person has several members of a dimension. */
interface RowKeys {
  /** Scratch space, filled by `read`. */
  readonly keys: number[];
  /** Fills `keys` for a row and says how many there are. */
  read(row: number): number;
}

function createKeys(task: Tabulation): RowKeys {
  let factor = 1;
  const parts = task.by.toReversed().map(({ dimension, level, size }) => {
    const { table, column, multiple } = dimension.definition.source;
    const inFacts = table === 'facts';
    const values = columnOf(inFacts ? task.facts : task.population, column);
    const steps = Float64Array.from(positionsAt(dimension, level), (position) => position * factor);
    factor *= size;
    return { values, inFacts, multiple, steps };
  });
  const single = parts.filter((part) => !part.multiple);
  const several = parts.filter((part) => part.multiple);
  const keys: number[] = [0];
  return {
    keys,
    read(row) {
      const personRow = task.personYear[row]!;
      let key = 0;
      for (const { values, inFacts, steps } of single) key += steps[values[inFacts ? row : personRow]!]!;
      keys[0] = key;
      let count = 1;
      for (const { values, inFacts, steps } of several) {
        count = spread(keys, count, values[inFacts ? row : personRow]!, steps);
      }
      return count;
    },
  };
}

/** Repeats the first `count` keys once for each bit of the mask. */
function spread(keys: number[], count: number, mask: number, steps: Float64Array): number {
  const before = keys.slice(0, count);
  let next = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const step = steps[31 - Math.clz32(rest & -rest)]!;
    for (const key of before) keys[next++] = key + step;
  }
  return next;
}

/** What is counted, per group. */
interface Tally {
  add(group: number, row: number): void;
  values(): Float64Array;
}

function createTally(measure: CountedMeasure, facts: RegisterTable): Tally {
  const sums = createGrowing();
  switch (measure.kind) {
    case 'events':
      return { add: (group) => sums.add(group, 1), values: sums.values };
    case 'sum': {
      const column: Column = columnOf(facts, measure.column);
      return { add: (group, row) => sums.add(group, column[row]!), values: sums.values };
    }
    case 'persons': {
      const isNew = createFirstSeen(columnOf(facts, 'person'));
      return {
        add: (group, row) => {
          if (isNew(group, row)) sums.add(group, 1);
        },
        values: sums.values,
      };
    }
  }
}

/** Sums the record keys of the distinct persons of each group. */
function createKeyTally(records: RecordKeys, person: Column): Tally {
  const sums = createGrowing();
  const isNew = createFirstSeen(person);
  return {
    add: (group, row) => {
      if (isNew(group, row)) sums.set(group, addKeys(sums.get(group), recordKey(records, person[row]!)));
    },
    values: sums.values,
  };
}

/** Is this the first row of its person in the group? */
function createFirstSeen(person: Column): (group: number, row: number) => boolean {
  const last = createGrowing();
  return (group, row) => {
    // Persons are stamped from 1, so that 0 means nobody yet.
    const stamp = person[row]! + 1;
    if (last.get(group) === stamp) return false;
    last.set(group, stamp);
    return true;
  };
}

function createGrowing(): {
  add(index: number, amount: number): void;
  get(index: number): number;
  set(index: number, value: number): void;
  values(): Float64Array;
} {
  let values = new Float64Array(1024);
  const room = (index: number): void => {
    if (index < values.length) return;
    const larger = new Float64Array(values.length * 2);
    larger.set(values);
    values = larger;
  };
  return {
    add(index, amount) {
      room(index);
      values[index]! += amount;
    },
    get: (index) => values[index] ?? 0,
    set(index, value) {
      room(index);
      values[index] = value;
    },
    values: () => values,
  };
}
