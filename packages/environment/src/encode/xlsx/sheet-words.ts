import type { Language } from '@datakube/contract';
import type { Answer } from '../answer.ts';

type Words = Readonly<Record<Language, string>>;

/** Words of the sheets. Names of sheets are at most 31 characters. */
export const WORDS = {
  table: { da: 'Tabel', en: 'Table' },
  cells: { da: 'Data', en: 'Data' },
  notes: { da: 'Noter', en: 'Notes' },
  by: { da: 'efter', en: 'by' },
  and: { da: ' og ', en: ' and ' },
  source: { da: 'Kilde', en: 'Source' },
  release: { da: 'Udgivelse', en: 'Release' },
  synthetic: { da: 'Syntetiske data', en: 'Synthetic data' },
  unit: { da: 'enhed', en: 'unit' },
  measure: { da: 'mål', en: 'measure' },
  value: { da: 'værdi', en: 'value' },
  status: { da: 'status', en: 'status' },
  flags: { da: 'mærker', en: 'flags' },
  about: { da: 'Om tabellen', en: 'About the table' },
  citation: { da: 'Sådan henviser du', en: 'How to cite' },
  fetched: { da: 'Hentet', en: 'Fetched' },
  declaration: { da: 'Deklaration', en: 'Declaration' },
  statuses: { da: 'Hvad står der, hvor der ikke er et tal?', en: 'What stands where there is no number?' },
  marks: { da: 'Tegnforklaring', en: 'Marks' },
  footnotes: { da: 'Noter til tabellen', en: 'Notes to the table' },
  disclosure: { da: 'Diskretion, til maskiner', en: 'Disclosure control, for machines' },
  names: { da: 'Navne i arket med data', en: 'Names in the sheet of data' },
  content: { da: 'Enhed', en: 'Unit' },
  period: { da: 'Periode', en: 'Period' },
  codeSystems: { da: 'Kodesystemer', en: 'Code systems' },
  summary: { da: 'Indhold', en: 'Content' },
  sources: { da: 'Kilder og friskhed', en: 'Sources and freshness' },
  coverage: { da: 'Dækning', en: 'Coverage' },
  caveats: { da: 'Forbehold', en: 'Caveats' },
  method: { da: 'Opgørelse', en: 'Method' },
  protection: { da: 'Diskretion', en: 'Disclosure control' },
  access: { da: 'Adgang', en: 'Access' },
  changes: { da: 'Ændringer', en: 'Changes' },
  nothing: { da: 'Ingen', en: 'None' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the table is of. */
export function titleOf({ axes, meta }: Answer): string {
  const { language, measures } = meta;
  const list = (names: readonly string[]): string =>
    names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + WORDS.and[language] + names.at(-1)!;
  const counted = list(
    measures.map(({ name }, at) => (at === 0 ? name[language] : inSentence(name[language]))),
  );
  const dimensions = [...axes.rows, ...axes.columns].map(({ name }) => inSentence(name));
  return dimensions.length === 0 ? counted : `${counted} ${WORDS.by[language]} ${list(dimensions)}`;
}

/** A name within a sentence: `Borgere` becomes `borgere`, `DRG-værdi` stays. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** Lines that {@link remarksOf} gives at most. */
export const MOST_REMARKS = 3;

/** Where the rest stands, source, release, and that the numbers are made up where they are: a line each. */
export function remarksOf({ meta }: Answer): string[] {
  const { language, filters, synthetic } = meta;
  const resting = filters.map(({ name, labels }) => `${name}: ${labels.join(', ')}`);
  const origin = `${meta.name}. ${WORDS.source[language]}: ${sourcesOf(meta)}. ${releaseOf(meta)}.`;
  return [
    ...(resting.length > 0 ? [resting.join('; ')] : []),
    origin,
    ...(synthetic ? [`${WORDS.synthetic[language]}.`] : []),
  ];
}

/** How to refer to the numbers. */
export function citationOf({ meta }: Answer): string {
  const { language, disclosure } = meta;
  const fetched = `${WORDS.fetched[language]} ${meta.exported.slice(0, 10)}`;
  const { name, version } = disclosure.tool;
  return `${sourcesOf(meta)}: ${meta.name}. ${releaseOf(meta)}. ${fetched} (${name} ${version}).`;
}

function sourcesOf({ declaration, language }: Answer['meta']): string {
  return declaration.sources.map(({ name }) => name[language]).join('; ');
}

function releaseOf({ disclosure, language }: Answer['meta']): string {
  const { id, published } = disclosure.release;
  return `${WORDS.release[language]} ${id}, ${published.slice(0, 10)}`;
}
