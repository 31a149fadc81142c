import {
  derivedMeasure,
  readReference,
  type Cube,
  type Language,
  type LocalisedText,
} from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import { dimensionOf } from './cube-shape.ts';
import type { AxisField, ExplorerState, FilterField, Kept, Top } from './explorer-state.ts';
import type { Alternative, Placed } from './nearest.ts';
import { texts } from './words.texts.ts';

/** Gives the name of a member, or its code where the name has not arrived. */
export type NameOf = (dimension: string, member: string) => string;

/** Names up to this many are written out; more are counted. */
const NAMED = 2;

/** The question in words: `Borgere og kontakter efter kommune og år: Kvinder`. */
export function titleOf(state: ExplorerState, cube: Cube, language: Language, nameOf: NameOf): string {
  const text = texts[language];
  const measures = state.measures.map((reference) => nameOfMeasure(cube, reference, language));
  const axes = [...state.rows, ...state.columns].map((field) => inSentence(fieldWord(field, cube, language)));
  const filters = state.filters.map((field) => filterWords(field, cube, language, nameOf));
  const what = list(
    measures.map((name, index) => (index === 0 ? name : inSentence(name))),
    text.and,
  );
  return [
    axes.length > 0 ? `${what} ${text.by} ${list(axes, text.and)}` : what,
    ...(filters.length > 0 ? [filters.join(', ')] : []),
  ].join(': ');
}

/** What a filter keeps: the names where they are few, otherwise the dimension and how many. */
export function filterWords(field: FilterField, cube: Cube, language: Language, nameOf: NameOf): string {
  const { keep } = field;
  const kept = keptWords(field, cube, language, nameOf);
  if (keep.kind === 'members' && keep.members.length <= NAMED) return kept;
  return `${nameOfDimension(cube, field.dimension, language)} (${kept})`;
}

/** What is kept alone, as a chip shows it beside the dimension's name. */
export function keptWords(field: FilterField, cube: Cube, language: Language, nameOf: NameOf): string {
  const { dimension, keep } = field;
  switch (keep.kind) {
    case 'members':
      return keep.members.length > NAMED
        ? fill(texts[language].chosen, { count: String(keep.members.length) })
        : keep.members.map((member) => nameOf(dimension, member)).join(', ');
    case 'latest':
      return latestWords(keep.count, nameOfLevel(cube, field, language), language);
    case 'range':
      return rangeWords(dimension, keep, language, nameOf);
  }
}

/** `seneste 8 kvartaler`. A level that is no period of the calendar is named as it is: `seneste 8, sæson`. */
export function latestWords(count: number, level: string, language: Language): string {
  const text = texts[language];
  const one = inSentence(level);
  const many = PERIODS[language][one];
  if (many === undefined) return fill(text.latest, { count: String(count), level: one });
  return fill(text.latestOf, { periods: count === 1 ? one : `${count} ${many}` });
}

/** The periods of the calendar, one and many. */
const PERIODS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  da: { år: 'år', halvår: 'halvår', kvartal: 'kvartaler', måned: 'måneder', uge: 'uger', dag: 'dage' },
  en: {
    year: 'years',
    'half-year': 'half-years',
    quarter: 'quarters',
    month: 'months',
    week: 'weeks',
    day: 'days',
  },
};

function rangeWords(
  dimension: string,
  { from, to }: Extract<Kept, { kind: 'range' }>,
  language: Language,
  nameOf: NameOf,
): string {
  const text = texts[language];
  if (from !== null && to !== null) return `${nameOf(dimension, from)}–${nameOf(dimension, to)}`;
  if (from !== null) return fill(text.from, { from: nameOf(dimension, from) });
  return to === null ? text.everything : fill(text.to, { to: nameOf(dimension, to) });
}

/** `de 10 største`, and the rest with them where it is shown. */
export function topWords({ count, others }: Top, language: Language): string {
  const text = texts[language];
  const greatest = count === 1 ? text.greatestOne : fill(text.greatest, { count: String(count) });
  return others ? greatest + text.others : greatest;
}

/** What an axis field shows of its dimension: `region › kommune`, or nothing where there is one level only. With a limit, that too. */
export function levelPath(field: AxisField, cube: Cube, language: Language): string {
  const levels = dimensionOf(cube, field.dimension)?.levels ?? [];
  const top = field.top ? topWords(field.top, language) : '';
  const at = levels.findIndex(({ id }) => id === field.level);
  if (levels.length < 2 && at === 0) return top;
  const path =
    at < 0
      ? [nameOfLevel(cube, field, language)]
      : levels.slice(field.parents ? 0 : at, at + 1).map(({ name }) => name[language]);
  return [path.map(inSentence).join(' › '), ...(top === '' ? [] : [top])].join(', ');
}

/** The name of a measure, or of what is shown of it. */
export function nameOfMeasure(cube: Cube, reference: string, language: Language): string {
  const { measure, derivation } = readReference(reference);
  const found = cube.measures.find(({ id }) => id === measure);
  return found ? derivedMeasure(found, derivation).name[language] : reference;
}

export function nameOfDimension(cube: Cube, dimension: string, language: Language): string {
  return dimensionOf(cube, dimension)?.name[language] ?? dimension;
}

export function nameOfLevel(cube: Cube, { dimension, level }: Placed, language: Language): string {
  const found = dimensionOf(cube, dimension);
  return (
    [...(found?.levels ?? []), ...(found?.groupings ?? [])].find(({ id }) => id === level)?.name[language] ??
    level
  );
}

/** Why a field cannot be added, in one sentence that names what stands in the way. */
export function obstacle(alternative: Alternative | null, cube: Cube): LocalisedText {
  return {
    da: obstacleIn(alternative, cube, 'da'),
    en: obstacleIn(alternative, cube, 'en'),
  };
}

function obstacleIn(alternative: Alternative | null, cube: Cube, language: Language): string {
  if (alternative === null) {
    return texts[language].notPart;
  }
  const { coarser, without } = alternative;
  const names = without.map((dimension) => inSentence(nameOfDimension(cube, dimension, language)));
  if (names.length + coarser.length === 0) {
    const level = inSentence(nameOfLevel(cube, alternative.shown, language));
    return fill(texts[language].atLevel, { level });
  }
  if (without.length === 0) {
    const needed = coarser.map((placed) => {
      const name = inSentence(nameOfDimension(cube, placed.dimension, language));
      return `${name} ${texts[language].at} ${inSentence(nameOfLevel(cube, placed, language))}`;
    });
    return `${texts[language].needs} ${list(needed, texts[language].and)}`;
  }
  const others = list(names, texts[language].and);
  return fill(texts[language].notWith, { others });
}

/** What the button says that takes the nearest table: `Tilføj, og fjern kontakttype`. */
export function wayOut(alternative: Alternative, cube: Cube, language: Language): string {
  const text = texts[language];
  const { shown } = alternative;
  const single = (dimensionOf(cube, shown.dimension)?.levels.length ?? 0) < 2;
  const add = text.add + (single ? '' : ` ${text.at} ${inSentence(nameOfLevel(cube, shown, language))}`);
  const changes = concessions(alternative, cube, language);
  return changes === '' ? add : `${add}, ${text.and} ${changes}`;
}

/** What gives way: `vis bopæl på region, fjern køn`. Empty where nothing has to. */
export function concessions(alternative: Alternative, cube: Cube, language: Language): string {
  const text = texts[language];
  const changes = alternative.coarser.map(({ dimension, level }) => {
    const name = inSentence(nameOfDimension(cube, dimension, language));
    return `${text.showing} ${name} ${text.at} ${inSentence(nameOfLevel(cube, { dimension, level }, language))}`;
  });
  if (alternative.without.length > 0) {
    const names = alternative.without.map((id) => inSentence(nameOfDimension(cube, id, language)));
    changes.push(`${text.removing} ${list(names, text.and)}`);
  }
  return changes.join(', ');
}

/** The word for an axis field in a title: its level where there are several, otherwise the dimension. */
function fieldWord(field: AxisField, cube: Cube, language: Language): string {
  const dimension = dimensionOf(cube, field.dimension);
  const several = dimension && (dimension.levels.length > 1 || field.level !== dimension.levels[0]?.id);
  const word = several ? nameOfLevel(cube, field, language) : (dimension?.name[language] ?? field.dimension);
  return field.top ? `${word} (${topWords(field.top, language)})` : word;
}

function list(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Lower case inside a sentence, unless the word is an abbreviation. */
export function inSentence(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
