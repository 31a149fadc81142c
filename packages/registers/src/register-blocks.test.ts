import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { MONTHS } from './calendar.ts';
import { type CodeListName, leavesOf } from './code-lists.ts';
import { collectRegisters } from './collect-registers.ts';
import { countPersons, registerBlocks } from './register-blocks.ts';
import { registerSchema } from './register-schema.ts';
import type { RegisterBlock } from './register-table.ts';

const CITIZENS = 3000;
const registers = collectRegisters({ citizens: CITIZENS, seed: 42, blockSize: 1000 });

function hash(block: RegisterBlock): string {
  const sum = createHash('sha256');
  for (const [name, table] of Object.entries(block.tables)) {
    sum.update(`${name} ${table.rows}`);
    for (const [key, column] of Object.entries(table.columns)) {
      sum.update(key).update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    }
  }
  return sum.digest('hex');
}

describe('registers', () => {
  it('are the same for the same seed, and others for another', () => {
    assert.equal(hash(collectRegisters({ citizens: CITIZENS, seed: 42 })), hash(registers));
    assert.notEqual(hash(collectRegisters({ citizens: CITIZENS, seed: 43 })), hash(registers));
  });

  it('do not depend on the block size', () => {
    for (const blockSize of [1, 777, 100_000]) {
      assert.equal(hash(collectRegisters({ citizens: CITIZENS, seed: 42, blockSize })), hash(registers));
    }
  });

  it('come in blocks that follow on each other and can be kept', () => {
    const blocks = [...registerBlocks({ citizens: CITIZENS, seed: 42, blockSize: 1000 })];
    let next = 0;
    for (const block of blocks) {
      assert.equal(block.firstPerson, next);
      next += block.persons;
      for (const { rows, columns } of Object.values(block.tables)) {
        const person = columns['person']!;
        if (rows > 0) assert.ok(person[0]! >= block.firstPerson && person[rows - 1]! < next);
      }
    }
    assert.equal(next, countPersons(CITIZENS));
    assert.ok(countPersons(CITIZENS) > CITIZENS);
  });

  it('tell how far they are', () => {
    const steps: [number, number][] = [];
    collectRegisters({ citizens: 50, seed: 1, blockSize: 20 }, (done, total) => steps.push([done, total]));
    assert.deepEqual(steps.at(-1), [countPersons(50), countPersons(50)]);
    assert.equal(steps.length, Math.ceil(countPersons(50) / 20));
  });

  it('have the tables and columns of the schema', () => {
    assert.deepEqual(Object.keys(registers.tables), Object.keys(registerSchema));
    for (const [name, columns] of Object.entries(registerSchema)) {
      const table = registers.tables[name]!;
      assert.deepEqual(Object.keys(table.columns), Object.keys(columns));
      for (const [key, type] of Object.entries(columns)) {
        const column = table.columns[key]!;
        const kind = { uint8: Uint8Array, uint16: Uint16Array, int32: Int32Array }[type];
        assert.ok(column instanceof kind && column.length === table.rows, `${name}.${key}`);
      }
    }
  });

  it('are sorted by person, and within a person by time', () => {
    const timeOf = { resident_year: 'year', residence_history: 'from_month', person: undefined };
    for (const [name, { rows, columns }] of Object.entries(registers.tables)) {
      const time = columns[name in timeOf ? (timeOf[name as keyof typeof timeOf] ?? 'person') : 'month']!;
      const person = columns['person']!;
      for (let row = 1; row < rows; row++) {
        const sorted =
          person[row]! > person[row - 1]! ||
          (person[row] === person[row - 1] && time[row]! >= time[row - 1]!);
        assert.ok(sorted, `${name}, row ${row}`);
      }
    }
  });

  it('hold codes of the code lists alone', () => {
    const lists: readonly (readonly [table: string, column: string, list: CodeListName])[] = [
      ['person', 'sex', 'sex'],
      ['residence_history', 'municipality', 'residence'],
      ['resident_year', 'municipality', 'residence'],
      ['resident_year', 'age_group', 'age'],
      ['resident_year', 'nursing_home', 'nursing-home'],
      ['contact', 'sector', 'sector'],
      ['contact', 'contact_type', 'contact-type'],
      ['hospital_contact', 'diagnosis_chapter', 'diagnosis-chapter'],
      ['practice_contact', 'specialty', 'practice-specialty'],
      ['specialist_contact', 'specialty', 'specialty'],
      ['specialist_contact', 'diagnosis_chapter', 'diagnosis-chapter'],
      ['specialist_contact', 'referral', 'referral'],
      ['prescription', 'atc_group', 'atc-group'],
    ];
    for (const [table, column, list] of lists) {
      const codes = new Set(registers.tables[table]!.columns[column]);
      const size = leavesOf(list).length;
      for (const code of codes) assert.ok(code < size, `${table}.${column} holds ${code} of ${size}`);
      assert.ok(codes.size > 1, `${table}.${column} never varies`);
    }
  });

  it('end at the end of the calendar', () => {
    for (const [name, { columns }] of Object.entries(registers.tables)) {
      const month = columns['month'];
      if (month) assert.equal(Math.max(...new Set(month)), MONTHS - 1, name);
    }
  });

  it('refuse options that make no sense', () => {
    const make = (options: object): unknown => [
      ...registerBlocks({ citizens: 10, seed: 1, ...options } as Parameters<typeof registerBlocks>[0]),
    ];
    for (const citizens of [0, -1, 1.5, NaN, 1e9])
      assert.throws(() => make({ citizens }), /citizens must be/);
    for (const seed of [-1, 0.5, Infinity]) assert.throws(() => make({ seed }), /seed must be/);
    for (const blockSize of [0, -5, 2.5]) assert.throws(() => make({ blockSize }), /blockSize must be/);
  });

  it('can be as small as one citizen', () => {
    assert.ok(collectRegisters({ citizens: 1, seed: 0 }).tables['resident_year']!.rows >= 1);
  });
});
