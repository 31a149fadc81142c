import { canonicalQuery } from './canonical-query.ts';
import type { CellSetAnswer } from './cell-set-answer.ts';
import type { Problem } from './problem.ts';
import type { Query } from './query.ts';

/** A query as documentation shows it. */
export const exampleQuery: Query = {
  measures: ['persons'],
  rows: [{ dimension: 'residence', level: 'region' }],
  columns: [{ dimension: 'time', level: 'year' }],
  filters: [{ dimension: 'sex', members: ['K'] }],
};

/** Queries of all kinds, by what they show. */
export const exampleQueries = {
  plain: { summary: 'Women by region and year', value: exampleQuery },
  greatest: {
    summary: 'The ten municipalities with most contacts in the latest year, and the others together',
    value: {
      measures: ['contacts', 'contacts-per-1000'],
      rows: [
        {
          dimension: 'residence',
          level: 'municipality',
          top: { count: 10, by: 'contacts', others: true },
        },
      ],
      filters: [{ dimension: 'time', level: 'year', latest: 1 }],
    },
  },
  grouped: {
    summary: 'The regions from 2027 by ages from 40 to 79, and how much each has grown in a year',
    value: {
      measures: ['persons', 'persons.growth'],
      rows: [{ dimension: 'residence', level: 'region-2027' }],
      columns: [{ dimension: 'age', level: 'five-year' }],
      filters: [{ dimension: 'age', level: 'five-year', from: '40-44', to: '75-79' }],
      totals: true,
    },
  },
  opened: {
    summary: 'The regions, one of them opened to its municipalities, as shares of the country',
    value: {
      measures: ['persons.column-share'],
      rows: [{ dimension: 'residence', level: 'region', open: ['1081'] }],
      totals: true,
    },
  },
} as const satisfies Readonly<Record<string, { readonly summary: string; readonly value: Query }>>;

const text = (da: string, en: string): { da: string; en: string } => ({ da, en });

/** An answer to {@link exampleQuery}, shortened to two regions. The numbers are made up. */
export const exampleAnswer: CellSetAnswer = {
  cube: 'sundhedsdata-paa-tvaers',
  release: '3f9a6c1e',
  axes: {
    rows: [
      [
        {
          dimension: 'residence',
          level: 'region',
          code: '1084',
          label: 'Region Hovedstaden',
          kind: 'member',
        },
      ],
      [{ dimension: 'residence', level: 'region', code: '1085', label: 'Region Sjælland', kind: 'member' }],
    ],
    columns: [[{ dimension: 'time', level: 'year', code: '2025', label: '2025', kind: 'member' }]],
  },
  cells: { persons: { value: [81240, null], status: ['published', 'suppressed'] } },
  notes: [],
  declaration: {
    version: 1,
    summary: text('Borgeres kontakter med sundhedsvæsenet.', 'Citizens’ contacts with the health services.'),
    content: {
      unit: text('Borgere og kontakter', 'Citizens and contacts'),
      period: text('2023–2025', '2023–2025'),
      codeSystems: text('Kommuner 2007', 'Municipalities 2007'),
    },
    sources: [
      {
        name: text('Syntetiske registre', 'Synthetic registers'),
        deliveredBy: text('Sandkassen', 'The sandbox'),
        latest: '2025-12-31',
        frequency: text('Ved hver start', 'At every start'),
      },
    ],
    coverage: text('Alle borgere i de syntetiske registre.', 'All citizens in the synthetic registers.'),
    caveats: [],
    method: text('Forskellige borgere tælles én gang.', 'Distinct citizens are counted once.'),
    disclosure: text('1–4 borgere skjules.', '1–4 citizens are hidden.'),
    access: {
      legalBasis: text('Ingen: tallene er syntetiske.', 'None: the numbers are synthetic.'),
      controller: text('Ingen', 'None'),
      access: text('Åben', 'Open'),
      contact: text('Se dokumentationen', 'See the documentation'),
    },
    changes: [],
  },
  synthetic: true,
  disclosure: {
    version: 1,
    cube: 'sundhedsdata-paa-tvaers',
    release: { id: '3f9a6c1e', published: '2026-01-31T12:00:00Z' },
    policy: { method: 'suppress', threshold: 5, zeros: 'published' },
    gates: ['3 whole numbers possible for every small count, by certificates'],
    way: 'released',
    cells: { published: 1, suppressed: 1 },
    query: {
      canonical: canonicalQuery(exampleQuery),
      digest: '51c5b75184348986339e1baab78d6d22223f8d6765b651e9a1be09eccbc778eb',
    },
    tool: { name: 'Datakube', version: '0.1.0' },
    synthetic: true,
  },
};

/** A refusal with a way out. */
export const exampleProblem: Problem = {
  type: 'urn:datakube:problem:not-releasable',
  title: 'This combination cannot be shown',
  status: 422,
  code: 'ERR_NOT_RELEASABLE',
  instance: 'urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  detail: text(
    'Kombinationen er for fin til at blive vist. Vælg et grovere niveau eller færre inddelinger.',
    'This combination is too fine to be shown. Choose a coarser level or fewer breakdowns.',
  ),
  waysOut: [{ label: text('Bopæl efter region', 'Residence by region'), query: exampleQuery }],
};
