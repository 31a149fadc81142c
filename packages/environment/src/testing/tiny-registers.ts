import type { RegisterBlock, RegisterTable } from '@datakube/registers';

const YEARS = 2;

/**
 * Made-up registers for the tiny cube, by a generator of pseudo-random numbers: about `perPerson`
 * visits a person, people who move, fall ill and die.
 */
export function tinyRegisters(
  persons: number,
  seed: number,
  perPerson = 4,
): Record<'visit' | 'citizen_year', RegisterTable> {
  const random = generator(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const citizens: number[][] = [];
  const visits: number[][] = [];
  for (let person = 0; person < persons; person++) {
    const dies = random() < 0.05 ? upTo(YEARS) : YEARS;
    const sex = upTo(2);
    let town = Math.floor(upTo(25) ** 0.5);
    let mask = random() < 0.4 ? upTo(8) : 0;
    for (let year = 0; year < YEARS && year <= dies; year++) {
      if (random() < 0.1) town = upTo(5);
      if (random() < 0.1) mask |= 1 << upTo(3);
      citizens.push([
        person,
        year,
        town,
        Math.min(3, upTo(4) + (year === 0 ? 0 : upTo(2))),
        sex,
        mask,
        year < dies ? 1 : 0,
      ]);
      for (let visit = upTo(perPerson + 1); visit > 0; visit--) {
        const sector = Math.floor(upTo(9) ** 0.5);
        visits.push([person, year * 12 + upTo(12), sector, upTo(2), sector === 2 ? upTo(6) : 0]);
      }
    }
  }
  return {
    visit: table(visits, {
      person: Int32Array,
      month: Uint8Array,
      sector: Uint8Array,
      form: Uint8Array,
      days: Uint16Array,
    }),
    citizen_year: table(citizens, {
      person: Int32Array,
      year: Uint8Array,
      town: Uint8Array,
      age: Uint8Array,
      sex: Uint8Array,
      diseases: Uint8Array,
      resident: Uint8Array,
    }),
  };
}

/** The registers in blocks of so many persons, as a generator of registers would hand them over. */
export function* tinyBlocks(
  tables: Readonly<Record<string, RegisterTable>>,
  persons: number,
  blockSize: number,
): Generator<RegisterBlock> {
  for (let firstPerson = 0; firstPerson < persons; firstPerson += blockSize) {
    const end = firstPerson + blockSize;
    const cut = (source: RegisterTable): RegisterTable => {
      const owner = source.columns['person']!;
      const from = owner.findIndex((person) => person >= firstPerson);
      const to = owner.findIndex((person) => person >= end);
      const start = from < 0 ? source.rows : from;
      const stop = to < 0 ? source.rows : to;
      const columns = Object.entries(source.columns).map(([name, column]) => [
        name,
        column.slice(start, stop),
      ]);
      return { rows: stop - start, columns: Object.fromEntries(columns) };
    };
    yield {
      firstPerson,
      persons: Math.min(blockSize, persons - firstPerson),
      tables: Object.fromEntries(Object.entries(tables).map(([name, each]) => [name, cut(each)])),
    };
  }
}

type ArrayType = typeof Uint8Array | typeof Uint16Array | typeof Int32Array;

function table(rows: readonly number[][], types: Readonly<Record<string, ArrayType>>): RegisterTable {
  const columns = Object.entries(types).map(([name, type], index) => [
    name,
    type.from(rows.map((row) => row[index]!)),
  ]);
  return { rows: rows.length, columns: Object.fromEntries(columns) };
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
