import type { Cube, Dimension, Language, Measure } from '@datakube/contract';
import { formatDate } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { inSentence, isUsed, type ExplorerState } from '../../state/index.ts';
import type { Fact } from './field.ts';
import { texts } from './field-list.texts.ts';

/** What is declared of a dimension: its source, what to know, and how fresh it is. */
export function aboutDimension(dimension: Dimension, cube: Cube, language: Language): readonly Fact[] {
  const text = texts[language];
  const groupings = dimension.groupings.flatMap(({ name, description }) =>
    description ? [`${name[language]}: ${inSentence(description[language])}`] : [],
  );
  return stated([
    { term: text.source, texts: [sourcesOf(cube, language)] },
    { term: text.groupings, texts: groupings },
    { term: text.caveats, texts: dimension.caveats.map((caveat) => caveat[language]) },
    { term: text.latest, texts: freshness(cube, language) },
  ]);
}

/** What is declared of a measure: its unit, over what it adds up, its source and how fresh it is. */
export function aboutMeasure(measure: Measure, cube: Cube, language: Language): readonly Fact[] {
  const text = texts[language];
  const over = cube.dimensions.filter(({ id }) => measure.additiveOver.includes(id));
  return stated([
    { term: text.unit, texts: [measure.unit[language]] },
    {
      term: text.sum,
      texts: [over.length > 0 ? fill(text.addsOver, { names: namesOf(over, language) }) : text.addsNever],
    },
    { term: text.source, texts: [sourcesOf(cube, language)] },
    { term: text.latest, texts: freshness(cube, language) },
  ]);
}

/** The unit of a measure, and over which dimensions of the table it does not add up. */
export function measureRemark(
  measure: Measure,
  state: ExplorerState,
  cube: Cube,
  language: Language,
): string {
  const text = texts[language];
  const against = cube.dimensions.filter(({ id }) => isUsed(state, id) && !measure.additiveOver.includes(id));
  const sum =
    measure.kind === 'rate'
      ? text.addsNot
      : against.length > 0
        ? fill(text.addsNotOver, { names: namesOf(against, language) })
        : text.adds;
  return `${measure.unit[language]} · ${sum}`;
}

function namesOf(dimensions: readonly Dimension[], language: Language): string {
  return dimensions.map(({ name }) => inSentence(name[language])).join(', ');
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
