import type { Cube, Language, LocalisedText } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import { dimensionOf } from './cube-shape.ts';
import type { AxisField, ExplorerState, FilterField } from './explorer-state.ts';
import type { Alternative, Placed } from './nearest.ts';

/** Gives the name of a member, or its code where the name has not arrived. */
export type NameOf = (dimension: string, member: string) => string;

const words = {
  da: {
    by: 'efter',
    and: 'og',
    chosen: '{count} valgt',
    add: 'Tilføj',
    at: 'på',
    showing: 'vis',
    removing: 'fjern',
    needs: 'Kræver',
  },
  en: {
    by: 'by',
    and: 'and',
    chosen: '{count} selected',
    add: 'Add',
    at: 'by',
    showing: 'show',
    removing: 'remove',
    needs: 'Needs',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Names up to this many are written out; more are counted. */
const NAMED = 2;

/** The question in words: `Borgere og kontakter efter kommune og år: Kvinder`. */
export function titleOf(state: ExplorerState, cube: Cube, language: Language, nameOf: NameOf): string {
  const text = words[language];
  const measures = state.measures.map(
    (id) => cube.measures.find((measure) => measure.id === id)?.name[language] ?? id,
  );
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
  if (field.members.length <= NAMED) return chosenMembers(field, language, nameOf);
  return `${nameOfDimension(cube, field.dimension, language)} (${chosenMembers(field, language, nameOf)})`;
}

/** The chosen members alone, as a chip shows them beside the dimension's name. */
export function chosenMembers(field: FilterField, language: Language, nameOf: NameOf): string {
  if (field.members.length > NAMED) {
    return fill(words[language].chosen, { count: String(field.members.length) });
  }
  return field.members.map((member) => nameOf(field.dimension, member)).join(', ');
}

/** What an axis field shows of its dimension: `region › kommune`, or nothing where there is one level only. */
export function levelPath(field: AxisField, cube: Cube, language: Language): string {
  const levels = dimensionOf(cube, field.dimension)?.levels ?? [];
  if (levels.length < 2) return '';
  const at = levels.findIndex(({ id }) => id === field.level);
  return levels
    .slice(field.parents ? 0 : at, at + 1)
    .map(({ name }) => inSentence(name[language]))
    .join(' › ');
}

export function nameOfDimension(cube: Cube, dimension: string, language: Language): string {
  return dimensionOf(cube, dimension)?.name[language] ?? dimension;
}

export function nameOfLevel(cube: Cube, { dimension, level }: Placed, language: Language): string {
  return dimensionOf(cube, dimension)?.levels.find(({ id }) => id === level)?.name[language] ?? level;
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
    return language === 'da' ? 'Indgår ikke i denne udgivelse' : 'Not part of this release';
  }
  const { coarser, without } = alternative;
  const names = without.map((dimension) => inSentence(nameOfDimension(cube, dimension, language)));
  if (names.length + coarser.length === 0) {
    const level = inSentence(nameOfLevel(cube, alternative.shown, language));
    return language === 'da' ? `Kan vises på niveauet ${level}` : `Can be shown at the level ${level}`;
  }
  if (without.length === 0) {
    const needed = coarser.map((placed) => {
      const name = inSentence(nameOfDimension(cube, placed.dimension, language));
      return `${name} ${words[language].at} ${inSentence(nameOfLevel(cube, placed, language))}`;
    });
    return `${words[language].needs} ${list(needed, words[language].and)}`;
  }
  const others = list(names, words[language].and);
  return language === 'da' ? `Ikke sammen med ${others}` : `Not together with ${others}`;
}

/** What the button says that takes the nearest table: `Tilføj, og fjern kontakttype`. */
export function wayOut(alternative: Alternative, cube: Cube, language: Language): string {
  const text = words[language];
  const { shown } = alternative;
  const single = (dimensionOf(cube, shown.dimension)?.levels.length ?? 0) < 2;
  const add = text.add + (single ? '' : ` ${text.at} ${inSentence(nameOfLevel(cube, shown, language))}`);
  const changes = concessions(alternative, cube, language);
  return changes === '' ? add : `${add}, ${text.and} ${changes}`;
}

/** What gives way: `vis bopæl på region, fjern køn`. Empty where nothing has to. */
export function concessions(alternative: Alternative, cube: Cube, language: Language): string {
  const text = words[language];
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
  return dimension && dimension.levels.length > 1
    ? nameOfLevel(cube, field, language)
    : (dimension?.name[language] ?? field.dimension);
}

function list(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** Lower case inside a sentence, unless the word is an abbreviation. */
export function inSentence(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
