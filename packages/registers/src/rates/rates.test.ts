import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CodeListName, leavesOf } from '../code-lists.ts';
import { ageGroup, broadGroup, BROAD_GROUPS } from '../population/age-groups.ts';
import { HIGHEST_AGE } from './age-curve.ts';
import * as care from './care.ts';
import * as caseMix from './case-mix.ts';
import { DISEASE_SHARES, REDELIMITED_DISEASE } from './chronic-diseases.ts';
import * as contacts from './contacts.ts';
import { MORTALITY } from './mortality.ts';
import { MUNICIPALITIES } from './municipalities.ts';
import { MEN_BY_AGE, WOMEN_BY_AGE } from './population-by-age.ts';
import { MOVES, MOVES_WITHIN_REGION } from './residence.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, each) => total + each, 0);
const codesOf = (list: CodeListName): string[] =>
  leavesOf(list)
    .map(({ code }) => code)
    .sort();

describe('the population of Denmark', () => {
  it('adds up to the total of its source', () => {
    // Statistics Denmark, FOLK1A, fourth quarter of 2025.
    assert.equal(sum(MEN_BY_AGE) + sum(WOMEN_BY_AGE), 6_019_866);
    assert.equal(MEN_BY_AGE.length, WOMEN_BY_AGE.length);
    assert.ok(MEN_BY_AGE.length <= HIGHEST_AGE + 1);
  });

  it('has more boys than girls, and more old women than old men', () => {
    assert.ok(sum(MEN_BY_AGE.slice(0, 18)) > sum(WOMEN_BY_AGE.slice(0, 18)));
    assert.ok(sum(WOMEN_BY_AGE.slice(80)) > 1.2 * sum(MEN_BY_AGE.slice(80)));
  });

  it('has about the same number by municipality', () => {
    const total = sum(MUNICIPALITIES.map(([, population]) => population));
    assert.ok(Math.abs(total / 6_019_866 - 1) < 0.02, String(total));
  });
});

describe('mortality', () => {
  it('rises with every year of age from the first, for both sexes, and never beyond certainty', () => {
    for (const curve of MORTALITY) {
      for (let age = 2; age <= HIGHEST_AGE; age++) assert.ok(curve[age]! >= curve[age - 1]!, String(age));
      assert.ok(curve[0]! > curve[1]!, 'the first year is the most dangerous of childhood');
      for (const chance of curve) assert.ok(chance > 0 && chance < 1);
    }
  });

  it('is higher for men from youth to old age', () => {
    const [men, women] = MORTALITY;
    for (let age = 20; age <= 90; age++) assert.ok(men[age]! > women[age]!, String(age));
  });

  it('gives Danes the length of life they have', () => {
    // Statistics Denmark, HISB8, 2023/2024: men 79.9 years, women 83.8.
    const expected = MORTALITY.map((curve) => {
      let [alive, years] = [1, 0];
      for (const chance of curve) {
        years += alive * (1 - chance / 2);
        alive *= 1 - chance;
      }
      return years;
    });
    assert.ok(Math.abs(expected[0]! - 79.9) < 2, String(expected[0]));
    assert.ok(Math.abs(expected[1]! - 83.8) < 2, String(expected[1]));
  });
});

describe('shares', () => {
  it('are between none and all', () => {
    const shares = [
      ...Object.values(DISEASE_SHARES).flat(),
      ...care.NURSING_HOME,
      care.HOME_HELP,
      ...contacts.KEEPS_AWAY,
      contacts.DIGITAL,
      contacts.TELEPHONE,
      contacts.HOME_VISITS,
      contacts.WELL_ALL_YEAR,
      MOVES,
    ];
    for (const curve of shares) for (const share of curve) assert.ok(share >= 0 && share < 1);
    for (const share of [MOVES_WITHIN_REGION, contacts.ACUTE_SHARE, caseMix.DUE_TO_DISEASE]) {
      assert.ok(share > 0 && share < 1);
    }
    for (const share of contacts.RECEIVED_OF_LAST_MONTHS) assert.ok(share > 0.5 && share < 1);
  });

  it('of home help add up to all who have it', () => {
    assert.equal(sum(care.HOME_HELP_BANDS.map(({ share }) => share)), 100);
    care.HOME_HELP_BANDS.forEach(({ from, to }, band) => {
      assert.ok(from <= to && from > (care.HOME_HELP_BANDS[band - 1]?.to ?? 0));
    });
  });
});

describe('use of health care', () => {
  const curves = { ...contacts } as Record<string, unknown>;
  const bySex = ['PRACTICE', 'OUTPATIENT', 'ADMISSIONS', 'SPECIALIST', 'PRESCRIPTIONS'];

  it('is never less than nothing', () => {
    for (const name of bySex) {
      for (const curve of curves[name] as Float64Array[]) for (const rate of curve) assert.ok(rate > 0, name);
    }
  });

  it('falls through childhood and rises from fifty to seventy-five', () => {
    for (const name of bySex) {
      for (const curve of curves[name] as Float64Array[]) {
        for (let age = 51; age <= 75; age++) assert.ok(curve[age]! >= curve[age - 1]!, `${name} at ${age}`);
      }
    }
    for (const curve of [...contacts.PRACTICE, ...contacts.ADMISSIONS]) {
      for (let age = 1; age <= 6; age++) assert.ok(curve[age]! <= curve[age - 1]!);
    }
  });

  it('is higher among women of child-bearing age', () => {
    for (const name of ['PRACTICE', 'OUTPATIENT', 'ADMISSIONS']) {
      const [men, women] = curves[name] as Float64Array[];
      for (let age = 20; age <= 40; age++) assert.ok(women![age]! > men![age]!, `${name} at ${age}`);
    }
  });

  it('is spread over the months of a year without growing', () => {
    for (const season of Object.values(contacts.SEASONS)) {
      assert.equal(season.length, 12);
      assert.ok(Math.abs(sum(season) / 12 - 1) < 0.005);
      assert.equal(Math.min(...season), season[6], 'July is the quietest');
    }
  });
});

describe('case mix', () => {
  it('speaks of every code there is and of no other', () => {
    assert.deepEqual(Object.keys(caseMix.HOSPITAL_CHAPTERS).sort(), codesOf('diagnosis-chapter'));
    assert.deepEqual(Object.keys(caseMix.SPECIALTIES).sort(), codesOf('specialty'));
    assert.deepEqual(Object.keys(caseMix.SPECIALIST_CHAPTERS).sort(), codesOf('specialty'));
    assert.deepEqual(Object.keys(caseMix.ATC_GROUPS).sort(), codesOf('atc-group'));
    assert.deepEqual(Object.keys(caseMix.USUAL_REFERRALS).sort(), codesOf('referral'));
    assert.deepEqual(Object.keys(caseMix.OF_DISEASE).sort(), codesOf('chronic-disease'));
    assert.deepEqual(Object.keys(DISEASE_SHARES).sort(), codesOf('chronic-disease'));
    assert.ok(codesOf('chronic-disease').includes(REDELIMITED_DISEASE));
    const chapters = codesOf('diagnosis-chapter');
    for (const weights of Object.values(caseMix.SPECIALIST_CHAPTERS)) {
      for (const chapter of Object.keys(weights)) assert.ok(chapters.includes(chapter), chapter);
    }
    for (const { chapter, atc } of Object.values(caseMix.OF_DISEASE)) {
      assert.ok(chapters.includes(chapter) && codesOf('atc-group').includes(atc));
    }
  });

  it('has a weight for each band of age, and something in each band', () => {
    const bands = caseMix.BANDS.length;
    for (const table of [caseMix.HOSPITAL_CHAPTERS, caseMix.ATC_GROUPS]) {
      for (const weights of Object.values(table)) assert.equal(weights.length, bands);
    }
    for (const { bands: weights, women } of Object.values(caseMix.SPECIALTIES)) {
      assert.equal(weights.length, bands);
      assert.ok(women > 0 && women <= 1);
    }
    for (let band = 0; band < bands; band++) {
      assert.ok(sum(Object.values(caseMix.HOSPITAL_CHAPTERS).map((weights) => weights[band]!)) > 0);
    }
  });

  it('lets no man give birth and no grown-up be born', () => {
    assert.equal(sum(caseMix.HOSPITAL_CHAPTERS[caseMix.CHILDBIRTH.chapter]!), 0);
    assert.equal(sum(caseMix.HOSPITAL_CHAPTERS['DP00-DP96']!.slice(1)), 0);
    assert.equal(caseMix.SPECIALTIES['07']!.women, 1, 'gynaecology');
  });
});

describe('groups of age', () => {
  it('rise with age and are those of the code list', () => {
    const groups = Array.from({ length: HIGHEST_AGE + 1 }, (_, age) => ageGroup(age));
    for (let age = 1; age <= HIGHEST_AGE; age++)
      assert.ok(groups[age]! - groups[age - 1]! <= 1 && groups[age]! >= groups[age - 1]!);
    assert.equal(new Set(groups).size, leavesOf('age').length);
    for (let age = 0; age <= HIGHEST_AGE; age++) {
      const { code, parent } = leavesOf('age')[ageGroup(age)]!;
      const [from, to = Infinity] = code.split(/[-+]/).map((bound) => (bound ? Number(bound) : Infinity));
      assert.ok(age >= from! && age <= to, `${age} in ${code}`);
      assert.equal([...new Set(leavesOf('age').map((member) => member.parent))][broadGroup(age)], parent);
    }
    assert.equal(BROAD_GROUPS, 5);
  });
});
