import type { CubeDefinition, LocalisedText, Member } from '@datakube/contract';
import type { RegisterSchema } from '@datakube/registers';
import type { CubeModel } from '../cubes/cube-model.ts';
import { readCubes } from '../cubes/read-cubes.ts';

const text = (words: string): LocalisedText => ({ da: words, en: words });
const named = (id: string): { id: string; name: LocalisedText; description: LocalisedText } => ({
  id,
  name: text(id),
  description: text(id),
});

function members(level: string, codes: readonly string[], parent?: (index: number) => string): Member[] {
  return codes.map((code, index) => ({
    code,
    name: text(code),
    level,
    ...(parent ? { parent: parent(index) } : {}),
  }));
}

/** Code lists of the tiny cube, by name. */
export const tinyCodeLists: Record<string, Member[]> = {
  place: [
    ...members('region', ['north', 'south']),
    ...members('town', ['Aa', 'Bo', 'Ca', 'Do', 'Ek'], (index) => (index < 2 ? 'north' : 'south')),
  ],
  age: [
    ...members('broad', ['young', 'old']),
    ...members('narrow', ['0', '30', '60', '80'], (i) => (i < 2 ? 'young' : 'old')),
  ],
  sex: members('sex', ['M', 'K']),
  disease: members('disease', ['copd', 'diabetes', 'asthma']),
  sector: [
    ...members('branch', ['primary', 'hospital']),
    ...members('sector', ['gp', 'specialist', 'ward'], (index) => (index < 2 ? 'primary' : 'hospital')),
  ],
  form: members('form', ['visit', 'phone']),
};

/** Columns of the tiny registers. */
export const tinySchema = {
  visit: { person: 'int32', month: 'uint8', sector: 'uint8', form: 'uint8', days: 'uint16' },
  citizen_year: {
    person: 'int32',
    year: 'uint8',
    town: 'uint8',
    age: 'uint8',
    sex: 'uint8',
    diseases: 'uint8',
    resident: 'uint8',
  },
} as const satisfies RegisterSchema;

/** A cube with everything a cube can have, small enough to count by hand: two years, five towns. */
export function tinyDefinition(): CubeDefinition {
  const fromPopulation = (column: string) => ({ table: 'population' as const, column });
  const fromFacts = (column: string) => ({ table: 'facts' as const, column });
  const levels = (...ids: string[]) => ids.map((id) => ({ id, name: text(id) }));
  const cuboid = (...parts: string[]) => ({
    dimensions: parts.map((part) => ({ dimension: part.split('.')[0]!, level: part.split('.')[1]! })),
  });
  const single = ['place', 'age', 'sex'];
  const all = [...single, 'time', 'sector', 'form'];
  return {
    ...named('tiny'),
    facts: 'visit',
    population: { table: 'citizen_year', public: single },
    dimensions: [
      dimension(
        'place',
        'geography',
        levels('region', 'town'),
        { codeList: 'place' },
        fromPopulation('town'),
      ),
      dimension('age', 'age', levels('broad', 'narrow'), { codeList: 'age' }, fromPopulation('age')),
      dimension('sex', 'sex', levels('sex'), { codeList: 'sex' }, fromPopulation('sex')),
      {
        ...dimension(
          'time',
          'time',
          levels('year', 'quarter', 'month'),
          { calendar: { from: '2023-01-01', to: '2024-12-31' } },
          fromFacts('month'),
        ),
        total: null,
      },
      dimension(
        'disease',
        'code',
        levels('disease'),
        { codeList: 'disease' },
        {
          ...fromPopulation('diseases'),
          multiple: true,
        },
      ),
      dimension('sector', 'code', levels('branch', 'sector'), { codeList: 'sector' }, fromFacts('sector')),
      dimension('form', 'code', levels('form'), { codeList: 'form' }, fromFacts('form')),
    ],
    measures: [
      { ...named('persons'), unit: text('persons'), kind: 'persons', additiveOver: single },
      { ...named('visits'), unit: text('visits'), kind: 'events', additiveOver: all },
      { ...named('days'), unit: text('days'), kind: 'sum', column: 'days', additiveOver: all },
      { ...named('share'), unit: text('%'), kind: 'rate', numerator: 'persons', per: 100, decimals: 1 },
    ],
    policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
    release: {
      cuboids: [
        cuboid('place.town', 'age.narrow', 'sex.sex', 'time.year'),
        cuboid('place.region', 'time.month', 'sector.sector'),
        cuboid('time.quarter', 'disease.disease', 'sex.sex'),
        cuboid('disease.disease', 'time.year', 'form.form', 'sector.branch'),
      ],
    },
    access: ['public'],
    declaration: tinyDeclaration(),
  };
}

/** The tiny cube, read. */
export function tinyCube(change: (definition: CubeDefinition) => CubeDefinition = (same) => same): CubeModel {
  return readCubes([change(tinyDefinition())], tinyCodeLists, tinySchema)[0]!;
}

function dimension(
  id: string,
  kind: CubeDefinition['dimensions'][number]['kind'],
  levels: CubeDefinition['dimensions'][number]['levels'],
  members: CubeDefinition['dimensions'][number]['members'],
  source: CubeDefinition['dimensions'][number]['source'],
): CubeDefinition['dimensions'][number] {
  return { ...named(id), group: text('group'), kind, levels, members, total: text('all'), source };
}

function tinyDeclaration(): CubeDefinition['declaration'] {
  return {
    version: 1,
    summary: text('made up'),
    content: { unit: text('persons'), period: text('2023–2024'), codeSystems: text('none') },
    sources: [
      { name: text('none'), deliveredBy: text('nobody'), latest: '2024-12-31', frequency: text('never') },
    ],
    coverage: text('all'),
    caveats: [],
    method: text('counted'),
    disclosure: text('fewer than five are hidden'),
    access: {
      legalBasis: text('none'),
      controller: text('nobody'),
      access: text('all'),
      contact: text('nobody'),
    },
    changes: [],
  };
}
