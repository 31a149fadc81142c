import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIRST_YEAR, MONTHS, YEARS } from './calendar.ts';
import { indexOfCode } from './code-lists.ts';
import { collectRegisters } from './collect-registers.ts';

const { tables, persons } = collectRegisters({ citizens: 8000, seed: 7 });
const column = (table: string, name: string): ArrayLike<number> => tables[table]!.columns[name]!;
const rowsOf = (table: string): number[] => Array.from({ length: tables[table]!.rows }, (_, row) => row);
const FACTS = [
  'contact',
  'hospital_contact',
  'practice_contact',
  'specialist_contact',
  'prescription',
  'home_care',
];

/** Calendar month of birth: negative for those born before it. */
function birthMonth(person: number): number {
  return (
    (column('person', 'birth_year')[person]! - FIRST_YEAR) * 12 + column('person', 'birth_month')[person]!
  );
}

describe('registers fit together', () => {
  it('with one row for each person and one for each year the person lives in', () => {
    assert.equal(tables['person']!.rows, persons);
    for (const row of rowsOf('person')) assert.equal(column('person', 'person')[row], row);
    const lives = new Set<string>();
    for (let person = 0; person < persons; person++) {
      for (let year = 0; year < YEARS; year++) {
        const born = birthMonth(person) < (year + 1) * 12;
        const alive = column('person', 'death_month')[person]! >= year * 12;
        if (born && alive) lives.add(`${person} ${year}`);
      }
    }
    const found = rowsOf('resident_year').map(
      (row) => `${column('resident_year', 'person')[row]} ${column('resident_year', 'year')[row]}`,
    );
    assert.equal(found.length, lives.size);
    assert.ok(found.every((each) => lives.has(each)));
  });

  it('with every fact in a year of the person, neither before birth nor after death', () => {
    const years = new Set(
      rowsOf('resident_year').map(
        (row) => column('resident_year', 'person')[row]! * YEARS + column('resident_year', 'year')[row]!,
      ),
    );
    for (const table of FACTS) {
      assert.ok(tables[table]!.rows > 0, table);
      for (const row of rowsOf(table)) {
        const person = column(table, 'person')[row]!;
        const month = column(table, 'month')[row]!;
        assert.ok(years.has(person * YEARS + Math.floor(month / 12)), `${table}, row ${row}`);
        assert.ok(month >= birthMonth(person), `${table}, row ${row}: before birth`);
        assert.ok(month <= column('person', 'death_month')[person]!, `${table}, row ${row}: after death`);
      }
    }
  });

  it('with contacts that are the union of the registers', () => {
    const key = (table: string, sector: string) => (row: number) =>
      [
        column(table, 'person')[row],
        column(table, 'month')[row],
        indexOfCode('sector', sector),
        column(table, 'contact_type')[row],
        table === 'hospital_contact' ? column(table, 'bed_days')[row] : 0,
      ].join();
    const union = [
      ...rowsOf('hospital_contact').map(key('hospital_contact', 'sygehus')),
      ...rowsOf('practice_contact').map(key('practice_contact', 'almen-praksis')),
      ...rowsOf('specialist_contact').map(key('specialist_contact', 'speciallaegepraksis')),
      ...rowsOf('home_care').map(key('home_care', 'kommune')),
    ];
    const columns = ['person', 'month', 'sector', 'contact_type', 'bed_days'];
    const contacts = rowsOf('contact').map((row) =>
      columns.map((name) => column('contact', name)[row]).join(),
    );
    // Compared one by one: the difference of two such lists as a whole takes minutes to print.
    assert.equal(contacts.length, union.length);
    contacts.sort();
    union.sort();
    contacts.forEach((contact, row) => assert.equal(contact, union[row]));
  });

  it('with bed days for admissions alone', () => {
    const admission = indexOfCode('contact-type', 'indlaeggelse');
    for (const row of rowsOf('hospital_contact')) {
      const isAdmission = column('hospital_contact', 'contact_type')[row] === admission;
      assert.equal(column('hospital_contact', 'bed_days')[row]! > 0, isAdmission);
    }
  });

  it('with the municipality of the last spell of the year, and spells that change it', () => {
    const spells = new Map<number, { from: number; municipality: number }[]>();
    for (const row of rowsOf('residence_history')) {
      const person = column('residence_history', 'person')[row]!;
      const spell = {
        from: column('residence_history', 'from_month')[row]!,
        municipality: column('residence_history', 'municipality')[row]!,
      };
      const earlier = spells.get(person) ?? [];
      const previous = earlier.at(-1);
      if (previous) assert.ok(spell.from > previous.from && spell.municipality !== previous.municipality);
      else assert.equal(spell.from, Math.max(0, birthMonth(person)));
      spells.set(person, [...earlier, spell]);
    }
    for (const row of rowsOf('resident_year')) {
      const end = (column('resident_year', 'year')[row]! + 1) * 12;
      const last = spells.get(column('resident_year', 'person')[row]!)!.findLast((spell) => spell.from < end);
      assert.equal(column('resident_year', 'municipality')[row], last?.municipality);
    }
  });

  it('with citizens counted as resident until the year they die in', () => {
    for (const row of rowsOf('resident_year')) {
      const death = column('person', 'death_month')[column('resident_year', 'person')[row]!]!;
      const end = (column('resident_year', 'year')[row]! + 1) * 12;
      assert.equal(column('resident_year', 'resident')[row], death < end ? 0 : 1);
    }
    const deaths = Array.from(tables['person']!.columns['death_month']!).filter(
      (month) => month < MONTHS,
    ).length;
    // About 57,000 of 6 million die in a year.
    assert.ok(Math.abs(deaths / persons / YEARS - 0.0095) < 0.003, `${deaths} deaths`);
  });

  it('with diseases and nursing homes that last', () => {
    const inHome = indexOfCode('nursing-home', 'ja');
    for (const row of rowsOf('resident_year').slice(1)) {
      if (column('resident_year', 'person')[row] !== column('resident_year', 'person')[row - 1]) continue;
      const before = column('resident_year', 'diseases')[row - 1]!;
      assert.equal(before & ~column('resident_year', 'diseases')[row]!, 0);
      const home = [row - 1, row].map((each) => column('resident_year', 'nursing_home')[each] === inHome);
      assert.ok(!home[0] || home[1]);
    }
  });

  it('with those who have a chronic disease using more of everything', () => {
    const ill = new Map<boolean, { persons: number; contacts: number }>();
    const perPersonYear = new Map<number, number>();
    for (const row of rowsOf('contact')) {
      const key =
        column('contact', 'person')[row]! * YEARS + Math.floor(column('contact', 'month')[row]! / 12);
      perPersonYear.set(key, (perPersonYear.get(key) ?? 0) + 1);
    }
    for (const row of rowsOf('resident_year')) {
      // One age group only, so that it is not age that makes the difference.
      if (column('resident_year', 'age_group')[row] !== 12) continue;
      const group = column('resident_year', 'diseases')[row] !== 0;
      const entry = ill.get(group) ?? { persons: 0, contacts: 0 };
      entry.persons += 1;
      entry.contacts +=
        perPersonYear.get(
          column('resident_year', 'person')[row]! * YEARS + column('resident_year', 'year')[row]!,
        ) ?? 0;
      ill.set(group, entry);
    }
    const mean = (group: boolean): number => ill.get(group)!.contacts / ill.get(group)!.persons;
    assert.ok(mean(true) > 1.3 * mean(false), `${mean(true)} against ${mean(false)}`);
  });
});
