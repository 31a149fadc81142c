import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { exampleMembers } from '../../fixtures/example-members.ts';
import { only } from '../../fixtures/only.ts';
import { plainField, type ExplorerState, type FilterField } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';
import { nearest } from './nearest.ts';
import { placeMeasure } from './measures.ts';
import { placeOnAxis, setFilter } from './transitions.ts';
import {
  filterWords,
  inSentence,
  keptWords,
  levelPath,
  nameOfDimension,
  nameOfLevel,
  obstacle,
  titleOf,
  wayOut,
  type NameOf,
} from './words.ts';

const usual = firstLayout(cube);
const nameOf =
  (language: 'da' | 'en') =>
  (dimension: string, code: string): string =>
    exampleMembers[dimension]?.find((member) => member.code === code)?.name[language] ?? code;

describe('the title', () => {
  it('says in words what is asked', () => {
    assert.equal(titleOf(usual, cube, 'da', nameOf('da')), 'Borgere efter kommune og år');
    assert.equal(titleOf(usual, cube, 'en', nameOf('en')), 'Citizens by municipality and year');
  });

  it('names the chosen members where they are few, and counts them where they are many', () => {
    const women = setFilter(usual, only('sex', 'sex', 'K'));
    assert.equal(titleOf(women, cube, 'da', nameOf('da')), 'Borgere efter kommune og år: Kvinder');
    const some = setFilter(women, only('age', 'broad', '0-19', '20-39', '40-64'));
    assert.equal(
      titleOf(some, cube, 'da', nameOf('da')),
      'Borgere efter kommune og år: Kvinder, Alder (3 valgt)',
    );
  });

  it('joins several measures and dimensions', () => {
    const more = placeMeasure(placeOnAxis(usual, 'columns', plainField('sex', 'sex')), 'contacts');
    assert.equal(titleOf(more, cube, 'da', nameOf('da')), 'Borgere og kontakter efter kommune, år og køn');
  });
});

it('shows the levels of a field as a path', () => {
  assert.equal(levelPath(usual.rows[0]!, cube, 'da'), 'region › kommune');
  assert.equal(levelPath(usual.columns[0]!, cube, 'en'), 'year');
  assert.equal(levelPath(plainField('sex', 'sex'), cube, 'da'), '');
});

describe('why a field cannot be added', () => {
  const said = (dimension: string, level: string) => {
    const alternative = nearest(usual, cube, { dimension, level });
    return [obstacle(alternative, cube).da, alternative && wayOut(alternative, cube, 'da')];
  };

  it('names what stands in the way and the nearest that can be shown', () => {
    assert.deepEqual(said('sector', 'sector'), ['Kræver bopæl på region', 'Tilføj, og vis bopæl på region']);
    assert.deepEqual(said('nursing-home', 'nursing-home'), [
      'Ikke sammen med bopæl',
      'Tilføj, og fjern bopæl',
    ]);
    assert.deepEqual(said('age', 'five-year'), [
      'Kan vises på niveauet aldersgruppe',
      'Tilføj på aldersgruppe',
    ]);
    assert.equal(obstacle(null, cube).en, 'Not part of this release');
  });

  it('says the same in English', () => {
    const english = (dimension: string, level: string) => {
      const alternative = nearest(usual, cube, { dimension, level });
      return [obstacle(alternative, cube).en, alternative && wayOut(alternative, cube, 'en')];
    };
    assert.deepEqual(english('sector', 'sector'), [
      'Needs residence by region',
      'Add, and show residence by region',
    ]);
    assert.deepEqual(english('nursing-home', 'nursing-home'), [
      'Not together with residence',
      'Add, and remove residence',
    ]);
    assert.deepEqual(english('age', 'five-year'), [
      'Can be shown at the level age group',
      'Add by age group',
    ]);
  });

  it('names everything that gives way', () => {
    const alternative = {
      shown: { dimension: 'time', level: 'month' },
      coarser: [{ dimension: 'residence', level: 'region' }],
      without: ['sex', 'age'],
    };
    assert.equal(
      wayOut(alternative, cube, 'da'),
      'Tilføj på måned, og vis bopæl på region, fjern køn og alder',
    );
    assert.equal(obstacle(alternative, cube).da, 'Ikke sammen med køn og alder');
  });
});

describe('a word inside a sentence', () => {
  it('begins small, unless it is an abbreviation', () => {
    assert.deepEqual(['Køn', 'Ældre', 'KOL', 'RUKS-sygdom', 'Type 2', '80+', ''].map(inSentence), [
      'køn',
      'ældre',
      'KOL',
      'RUKS-sygdom',
      'type 2',
      '80+',
      '',
    ]);
  });
});

describe('what a filter keeps', () => {
  const of = (...members: string[]) => only('age', 'broad', ...members);

  it('is named up to two members and counted from three', () => {
    const code: NameOf = (_, member) => member;
    assert.equal(keptWords(of('0-19', '80+'), cube, 'da', code), '0-19, 80+');
    assert.equal(keptWords(of('a', 'b', 'c'), cube, 'da', code), '3 valgt');
    assert.equal(keptWords(of('a', 'b', 'c'), cube, 'en', code), '3 selected');
    assert.equal(filterWords(of('a', 'b', 'c'), cube, 'en', code), 'Age (3 selected)');
  });
});

describe('what the cube does not have', () => {
  it('is named by its code', () => {
    assert.equal(nameOfDimension(cube, 'gone', 'da'), 'gone');
    assert.equal(nameOfLevel(cube, { dimension: 'age', level: 'gone' }, 'da'), 'gone');
    const lost = { ...usual, measures: ['gone'], rows: [plainField('gone', 'x')] };
    assert.equal(titleOf(lost, cube, 'da', nameOf('da')), 'gone efter gone og år');
  });

  it('leaves a title with nothing on the axes', () => {
    assert.equal(titleOf({ ...usual, rows: [], columns: [] }, cube, 'da', nameOf('da')), 'Borgere');
  });
});

describe('what a filter keeps of periods', () => {
  const periods = (keep: FilterField['keep'], level = 'quarter'): FilterField => ({
    dimension: 'time',
    level,
    keep,
  });
  const said = (field: FilterField, language: 'da' | 'en' = 'da'): string =>
    keptWords(field, cube, language, nameOf(language));

  it('is counted in the words of the calendar', () => {
    assert.equal(said(periods({ kind: 'latest', count: 8 })), 'seneste 8 kvartaler');
    assert.equal(said(periods({ kind: 'latest', count: 8 }), 'en'), 'latest 8 quarters');
    assert.equal(said(periods({ kind: 'latest', count: 1 }, 'month')), 'seneste måned');
    assert.equal(said(periods({ kind: 'latest', count: 3 }, 'year')), 'seneste 3 år');
    assert.equal(said(periods({ kind: 'latest', count: 3 }, 'season')), 'seneste 3, season');
    const eight = setFilter(usual, periods({ kind: 'latest', count: 8 }));
    assert.equal(
      titleOf(eight, cube, 'da', nameOf('da')),
      'Borgere efter kommune og år: Tid (seneste 8 kvartaler)',
    );
  });

  it('is named from one end to the other, or from the one there is', () => {
    const range = (from: string | null, to: string | null): string =>
      said(periods({ kind: 'range', from, to }, 'year'), 'en');
    assert.equal(range('2023', '2025'), '2023–2025');
    assert.equal(range('2024', null), 'from 2024');
    assert.equal(range(null, '2024'), 'to 2024');
    assert.equal(range(null, null), 'everything');
  });
});

describe('measures and the greatest', () => {
  const limited = (count: number, others: boolean): ExplorerState => ({
    ...usual,
    measures: ['persons', 'persons.growth'],
    rows: [{ ...plainField('residence', 'municipality'), top: { count, by: 'persons', others } }],
  });

  it('are named in the title', () => {
    assert.equal(
      titleOf(limited(10, true), cube, 'da', nameOf('da')),
      'Borgere og borgere, ændring i procent efter kommune (de 10 største og de øvrige) og år',
    );
    assert.equal(
      titleOf({ ...limited(1, false), measures: ['persons'] }, cube, 'en', nameOf('en')),
      'Citizens by municipality (the greatest) and year',
    );
  });

  it('are told on the chip', () => {
    assert.equal(levelPath(limited(5, false).rows[0]!, cube, 'da'), 'kommune, de 5 største');
    const sex = { ...plainField('sex', 'sex'), top: { count: 1, by: 'persons', others: false } };
    assert.equal(levelPath(sex, cube, 'en'), 'the greatest');
    assert.equal(levelPath(plainField('age', 'life-phase'), cube, 'da'), 'livsfase');
  });

  it('are in titles by the name of their grouping', () => {
    const phases = { ...usual, rows: [plainField('age', 'life-phase')] };
    assert.equal(titleOf(phases, cube, 'en', nameOf('en')), 'Citizens by phase of life and year');
  });
});
