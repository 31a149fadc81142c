import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MONTHS, YEARS } from './calendar.ts';
import { indexOfCode, leavesOf } from './code-lists.ts';
import { collectRegisters } from './collect-registers.ts';
import type { RegisterBlock } from './register-table.ts';

const CITIZENS = 12_000;
const registers = collectRegisters({ citizens: CITIZENS, seed: 3 });
const column = (table: string, name: string, from: RegisterBlock = registers): ArrayLike<number> =>
  from.tables[table]!.columns[name]!;
const rows = (table: string, from: RegisterBlock = registers): number => from.tables[table]!.rows;
const count = (table: string, holds: (row: number) => boolean): number => {
  let found = 0;
  for (let row = 0; row < rows(table); row++) if (holds(row)) found += 1;
  return found;
};

describe('more citizens', () => {
  it('are as many more of everything', () => {
    const half = collectRegisters({ citizens: CITIZENS / 2, seed: 3 });
    for (const table of [
      'person',
      'resident_year',
      'contact',
      'hospital_contact',
      'prescription',
      'home_care',
    ]) {
      const ratio = rows(table) / rows(table, half);
      // Home care comes in runs of months, so its number varies most.
      assert.ok(Math.abs(ratio - 2) < (table === 'home_care' ? 0.4 : 0.1), `${table}: ${ratio}`);
    }
  });

  it('leave those with a smaller number as they were', () => {
    const more = collectRegisters({ citizens: CITIZENS + 500, seed: 3 });
    for (const name of ['sex', 'birth_year', 'birth_month', 'death_month']) {
      for (let person = 0; person < CITIZENS; person++) {
        assert.equal(column('person', name, more)[person], column('person', name)[person]);
      }
    }
  });
});

describe('another seed', () => {
  it('is another population with the same habits', () => {
    const other = collectRegisters({ citizens: CITIZENS, seed: 4 });
    let same = 0;
    for (let person = 0; person < CITIZENS; person++) {
      const alike = ['sex', 'birth_year', 'birth_month'].every(
        (name) => column('person', name, other)[person] === column('person', name)[person],
      );
      if (alike) same += 1;
    }
    // By chance two people share sex, year and month of birth in about one case of 2,000.
    assert.ok(same < CITIZENS / 500, `${same} persons are the same`);
    for (const table of ['contact', 'prescription']) {
      assert.ok(Math.abs(rows(table, other) / rows(table) - 1) < 0.05, table);
    }
  });
});

describe('moves', () => {
  it('are about as many as in Denmark, most of them short, and most by the young', () => {
    const regions = leavesOf('residence').map(({ parent }) => parent);
    const moves = { all: 0, near: 0, young: 0, old: 0 };
    for (let row = 1; row < rows('residence_history'); row++) {
      const person = column('residence_history', 'person')[row]!;
      if (column('residence_history', 'person')[row - 1] !== person) continue;
      const [from, to] = [row - 1, row].map((at) => column('residence_history', 'municipality')[at]!);
      moves.all += 1;
      if (regions[from!] === regions[to!]) moves.near += 1;
      const born = column('person', 'birth_year')[person]!;
      if (born > 1990 && born < 2006) moves.young += 1;
      if (born < 1955) moves.old += 1;
      assert.ok(column('residence_history', 'from_month')[row]! <= column('person', 'death_month')[person]!);
    }
    const share = (moves.all / rows('resident_year')) * 100;
    assert.ok(share > 4 && share < 7, `${share} of 100 move in a year`);
    assert.ok(moves.near / moves.all > 0.6 && moves.near / moves.all < 0.85);
    assert.ok(moves.young > 4 * moves.old);
  });

  it('are at most one in a year, and none in the month of arrival', () => {
    const seen = new Set<string>();
    for (let row = 1; row < rows('residence_history'); row++) {
      const person = column('residence_history', 'person')[row]!;
      if (column('residence_history', 'person')[row - 1] !== person) continue;
      const month = column('residence_history', 'from_month')[row]!;
      assert.ok(month > 0 && month < MONTHS);
      const key = `${person} ${Math.floor(month / 12)}`;
      assert.ok(!seen.has(key), key);
      seen.add(key);
    }
  });
});

describe('what belongs together', () => {
  it('keeps a person the same sex, and one year older each year', () => {
    for (let row = 1; row < rows('resident_year'); row++) {
      const person = column('resident_year', 'person')[row]!;
      assert.equal(column('resident_year', 'sex')[row], column('person', 'sex')[person]);
      if (column('resident_year', 'person')[row - 1] !== person) continue;
      const [before, after] = [row - 1, row].map((at) => column('resident_year', 'age_group')[at]!);
      assert.ok(after! - before! === 0 || after! - before! === 1);
      assert.equal(column('resident_year', 'year')[row], column('resident_year', 'year')[row - 1]! + 1);
    }
  });

  it('gives no home care to those who live in a nursing home', () => {
    const inHome = new Set<number>();
    for (let row = 0; row < rows('resident_year'); row++) {
      if (column('resident_year', 'nursing_home')[row] !== indexOfCode('nursing-home', 'ja')) continue;
      inHome.add(column('resident_year', 'person')[row]! * YEARS + column('resident_year', 'year')[row]!);
    }
    assert.ok(inHome.size > 0);
    for (let row = 0; row < rows('home_care'); row++) {
      const year = Math.floor(column('home_care', 'month')[row]! / 12);
      assert.ok(!inHome.has(column('home_care', 'person')[row]! * YEARS + year));
      const minutes = column('home_care', 'minutes_per_week')[row]!;
      assert.ok(minutes > 0 && minutes % 15 === 0);
    }
  });

  it('counts one month of each kind of help at most', () => {
    const seen = new Set<string>();
    for (let row = 0; row < rows('home_care'); row++) {
      const key = ['person', 'month', 'contact_type'].map((name) => column('home_care', name)[row]).join();
      assert.ok(!seen.has(key), key);
      seen.add(key);
    }
  });

  it('lets only women give birth and only women see the gynaecologist', () => {
    const birth = indexOfCode('diagnosis-chapter', 'DO00-DO99');
    const gynaecology = indexOfCode('specialty', '07');
    const woman = indexOfCode('sex', 'K');
    const sexOf = (table: string, row: number): number =>
      column('person', 'sex')[column(table, 'person')[row]!]!;
    const births = count('hospital_contact', (row) => {
      if (column('hospital_contact', 'diagnosis_chapter')[row] !== birth) return false;
      assert.equal(sexOf('hospital_contact', row), woman);
      return true;
    });
    const visits = count('specialist_contact', (row) => {
      if (column('specialist_contact', 'specialty')[row] !== gynaecology) return false;
      assert.equal(sexOf('specialist_contact', row), woman);
      return true;
    });
    assert.ok(births > 50 && visits > 50, `${births} and ${visits}`);
  });

  it('has fewer cases of what is delimited more widely later', () => {
    const rheumatism = 1 << leavesOf('chronic-disease').findIndex(({ code }) => code === 'leddegigt');
    const cases = [0, 1, 2].map((year) =>
      count(
        'resident_year',
        (row) =>
          column('resident_year', 'year')[row] === year &&
          (column('resident_year', 'diseases')[row]! & rheumatism) !== 0,
      ),
    );
    assert.ok(cases[0]! < 0.95 * cases[1]! && cases[2]! > 0.9 * cases[1]!, cases.join());
  });

  it('has received fewer contacts with practice for the last two months, and all of the hospitals’', () => {
    const inMonth = (table: string, month: number): number =>
      count(table, (row) => column(table, 'month')[row] === month);
    const last = (table: string): number =>
      (inMonth(table, 34) + inMonth(table, 35)) / (inMonth(table, 22) + inMonth(table, 23));
    assert.ok(last('practice_contact') < 0.98, String(last('practice_contact')));
    assert.ok(last('practice_contact') > 0.88);
    assert.ok(last('hospital_contact') > 0.95 && last('hospital_contact') < 1.12);
  });

  it('has fewer contacts in July than in any other month of a year', () => {
    const byMonth = new Array<number>(12).fill(0);
    for (let row = 0; row < rows('practice_contact'); row++)
      byMonth[column('practice_contact', 'month')[row]! % 12]! += 1;
    assert.equal(byMonth.indexOf(Math.min(...byMonth)), 6);
  });
});
