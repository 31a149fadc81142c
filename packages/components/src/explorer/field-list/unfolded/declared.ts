import type { Cube, Dimension, Language, Measure } from '@datakube/contract';
import { formatDate } from '../../../localisation/format.ts';
import { fill } from '../../../localisation/texts.ts';
import { namesInSentence } from '../additivity-words.ts';
import type { Declared } from '../field.ts';
import { texts } from './unfolded.texts.ts';

/** A line of what is declared of a field: where it comes from, what to know before using it. */
export interface Fact {
  readonly term: string;
  readonly texts: readonly string[];
}

/** What is declared of a field, line by line. */
export function factsOf(declared: Declared, language: Language): readonly Fact[] {
  return declared.kind === 'dimension'
    ? aboutDimension(declared.dimension, declared.cube, language)
    : aboutMeasure(declared.measure, declared.cube, language);
}

function aboutDimension(dimension: Dimension, cube: Cube, language: Language): readonly Fact[] {
  const text = texts[language];
  const groupings = dimension.groupings.flatMap(({ name, description }) =>
    description ? [`${name[language]}: ${description[language]}`] : [],
  );
  return stated([
    { term: text.source, texts: [sourcesOf(cube, language)] },
    { term: text.groupings, texts: groupings },
    { term: text.caveats, texts: dimension.caveats.map((caveat) => caveat[language]) },
    { term: text.latest, texts: freshness(cube, language) },
  ]);
}

function aboutMeasure(measure: Measure, cube: Cube, language: Language): readonly Fact[] {
  const text = texts[language];
  const over = cube.dimensions.filter(({ id }) => measure.additiveOver.includes(id));
  return stated([
    { term: text.unit, texts: [measure.unit[language]] },
    {
      term: text.sum,
      texts: [
        over.length > 0 ? fill(text.addsOver, { names: namesInSentence(over, language) }) : text.addsNever,
      ],
    },
    { term: text.source, texts: [sourcesOf(cube, language)] },
    { term: text.latest, texts: freshness(cube, language) },
  ]);
}

function sourcesOf({ declaration }: Cube, language: Language): string {
  return declaration.sources.map(({ name }) => name[language]).join(', ');
}

/** One date where all sources reach equally far; otherwise how far each does. */
function freshness({ declaration }: Cube, language: Language): readonly string[] {
  const { sources } = declaration;
  const dates = [...new Set(sources.map(({ latest }) => latest))];
  if (dates.length < 2) return dates.map((date) => formatDate(date, language));
  return sources.map(({ name, latest }) =>
    fill(texts[language].until, { source: name[language], date: formatDate(latest, language) }),
  );
}

function stated(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ texts: words }) => words.length > 0);
}
