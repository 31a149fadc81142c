import type { Cube, Language } from '@datakube/contract';
import type { MemberDirectory } from '../controllers/member-directory.ts';
import {
  axisField,
  axisOf,
  chosenMembers,
  depthOf,
  dimensionOf,
  filterField,
  levelPath,
  nameOfDimension,
  nearest,
  obstacle,
  outsideWords,
  released,
  type DimensionOffer,
  type ExplorerState,
  type NameOf,
  type Zone,
} from '../state/index.ts';
import type { Field, FieldLevel } from './field-list/field.ts';
import type { FilterChoice } from './filter-dialog/filter-dialog.ts';
import { nameOfField } from './announcement.ts';
import type { Chip } from './zone/zone.ts';

/** The fields of a zone as its chips show them. */
export function chipsOf(
  state: ExplorerState,
  cube: Cube,
  zone: Zone,
  language: Language,
  nameOf: NameOf,
): readonly Chip[] {
  switch (zone) {
    case 'rows':
    case 'columns':
      return state[zone].map((field) => ({
        id: field.dimension,
        name: nameOfDimension(cube, field.dimension, language),
        detail: levelPath(field, cube, language),
      }));
    case 'filters':
      return state.filters.map((field) => ({
        id: field.dimension,
        name: nameOfDimension(cube, field.dimension, language),
        detail: chosenMembers(field, language, nameOf),
      }));
    case 'measures':
      return state.measures.map((id) => ({ id, name: nameOfField(cube, id, language), detail: '' }));
  }
}

const measuresGroup = { da: 'Mål', en: 'Measures' };

/** All fields of the cube: where they are used, and why one cannot be added. */
export function fieldsOf(
  state: ExplorerState,
  cube: Cube,
  language: Language,
  directory: MemberDirectory,
): readonly Field[] {
  const offers = released(state, cube);
  const dimensions = cube.dimensions.map((dimension): Field => {
    const { id } = dimension;
    const axis = axisOf(state, id);
    const zones: Zone[] = [
      ...(axis ? [axis] : []),
      ...(filterField(state, id) ? (['filters'] as const) : []),
    ];
    const placed = axisField(state, id) ?? filterField(state, id);
    const depth = placed ? depthOf(cube, id, placed.level) : 0;
    const parents = axisField(state, id)?.parents === true;
    const levels = dimension.levels.map((level, index): FieldLevel => {
      const used = index + 1 === depth || (parents && index + 1 < depth);
      const offered = used || offers.get(id)?.levels[index]?.offered === true;
      const common = { id: level.id, name: level.name[language], members: level.members, used };
      return {
        ...common,
        obstacle: offered ? null : whyNot(state, cube, id, level.id, language),
        outside: used ? null : wordsOutside(offers, id, level.id, language),
      };
    });
    const first = offers.get(id)?.first ?? null;
    const barred = zones.length === 0 && first === null;
    const coarsest = dimension.levels[0]?.id ?? '';
    return {
      id,
      kind: 'dimension',
      name: dimension.name[language],
      group: dimension.group[language],
      description: dimension.description[language],
      caveats: dimension.caveats.map((caveat) => caveat[language]),
      zones,
      levels,
      obstacle: barred ? whyNot(state, cube, id, coarsest, language) : null,
      outside: zones.length === 0 ? wordsOutside(offers, id, first, language) : null,
      synonyms: dimension.synonyms,
      members: directory.members(id),
    };
  });
  const measures = cube.measures.map((measure): Field => ({
    id: measure.id,
    kind: 'measure',
    name: measure.name[language],
    group: measuresGroup[language],
    description: measure.description[language],
    caveats: [],
    zones: state.measures.includes(measure.id) ? ['measures'] : [],
    levels: [],
    obstacle: null,
    outside: null,
    synonyms: [],
    members: [],
  }));
  return [...dimensions, ...measures];
}

/** What a level meets outside the release. */
export function wordsOutside(
  offers: ReadonlyMap<string, DimensionOffer>,
  dimension: string,
  level: string | null,
  language: Language,
): string | null {
  const offer = offers.get(dimension)?.levels.find((each) => each.level === level);
  return (offer && outsideWords(offer.meets)?.[language]) ?? null;
}

function whyNot(
  state: ExplorerState,
  cube: Cube,
  dimension: string,
  level: string,
  language: Language,
): string {
  return obstacle(nearest(state, cube, { dimension, level }), cube)[language];
}

/** What the choice of members offers: only levels that stay inside the release. Null where there is none. */
export function filterChoice(
  state: ExplorerState,
  cube: Cube,
  id: string,
  instead: boolean,
  language: Language,
  directory: MemberDirectory,
): FilterChoice | null {
  const dimension = dimensionOf(cube, id);
  const offer = released(state, cube).get(id);
  if (!dimension || !offer) return null;
  const present = filterField(state, id);
  const onAxis = instead ? undefined : axisField(state, id);
  const levels = dimension.levels
    .filter((_, index) => offer.levels[index]?.offered)
    .map((level) => ({ id: level.id, name: level.name[language] }));
  const level = present?.level ?? axisField(state, id)?.level ?? offer.first;
  if (level === null || levels.length === 0) return null;
  const everything = directory.members(id).filter((member) => member.level === level);
  const onlyOne = onAxis ? null : notAdditive(state, cube, id, language);
  const chosen = present?.members ?? (onAxis ? everything.map(({ code }) => code) : []);
  return {
    dimension: id,
    name: dimension.name[language],
    levels,
    level,
    // Several that may not be taken together leave the choice open: none of them is better than the others.
    chosen: onlyOne !== null && chosen.length > 1 ? [] : chosen,
    notAdditive: onlyOne,
    instead,
  };
}

/**
 * Name of a chosen measure that does not add up over the dimension. Rates are left to the environment:
 * whether their parts add up depends on what they are made of.
 */
function notAdditive(state: ExplorerState, cube: Cube, dimension: string, language: Language): string | null {
  const found = cube.measures.find(
    ({ id, kind, additiveOver }) =>
      state.measures.includes(id) && kind !== 'rate' && !additiveOver.includes(dimension),
  );
  return found ? found.name[language] : null;
}
