import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { exampleMembers } from '../../fixtures/example-members.ts';
import { firstLayout } from './first-layout.ts';
import { nearest } from './nearest.ts';
import { placeMeasure, placeOnAxis, setFilter } from './transitions.ts';
import {
  chosenMembers,
  filterWords,
  inSentence,
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
    const women = setFilter(usual, { dimension: 'sex', level: 'sex', members: ['K'] });
    assert.equal(titleOf(women, cube, 'da', nameOf('da')), 'Borgere efter kommune og år: Kvinder');
    const some = setFilter(women, { dimension: 'age', level: 'broad', members: ['0-19', '20-39', '40-64'] });
    assert.equal(
      titleOf(some, cube, 'da', nameOf('da')),
      'Borgere efter kommune og år: Kvinder, Alder (3 valgt)',
    );
  });

  it('joins several measures and dimensions', () => {
    const more = placeMeasure(
      placeOnAxis(usual, 'columns', { dimension: 'sex', level: 'sex', parents: false }),
      'contacts',
    );
    assert.equal(titleOf(more, cube, 'da', nameOf('da')), 'Borgere og kontakter efter kommune, år og køn');
  });
});

it('shows the levels of a field as a path', () => {
  assert.equal(levelPath(usual.rows[0]!, cube, 'da'), 'region › kommune');
  assert.equal(levelPath(usual.columns[0]!, cube, 'en'), 'year');
  assert.equal(levelPath({ dimension: 'sex', level: 'sex', parents: false }, cube, 'da'), '');
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
  const of = (...members: string[]) => ({ dimension: 'age', level: 'broad', members });

  it('is named up to two members and counted from three', () => {
    const code: NameOf = (_, member) => member;
    assert.equal(chosenMembers(of('0-19', '80+'), 'da', code), '0-19, 80+');
    assert.equal(chosenMembers(of('a', 'b', 'c'), 'da', code), '3 valgt');
    assert.equal(chosenMembers(of('a', 'b', 'c'), 'en', code), '3 selected');
    assert.equal(filterWords(of('a', 'b', 'c'), cube, 'en', code), 'Age (3 selected)');
  });
});

describe('what the cube does not have', () => {
  it('is named by its code', () => {
    assert.equal(nameOfDimension(cube, 'gone', 'da'), 'gone');
    assert.equal(nameOfLevel(cube, { dimension: 'age', level: 'gone' }, 'da'), 'gone');
    const lost = { ...usual, measures: ['gone'], rows: [{ dimension: 'gone', level: 'x', parents: false }] };
    assert.equal(titleOf(lost, cube, 'da', nameOf('da')), 'gone efter gone og år');
  });

  it('leaves a title with nothing on the axes', () => {
    assert.equal(titleOf({ ...usual, rows: [], columns: [] }, cube, 'da', nameOf('da')), 'Borgere');
  });
});
