import { readReference, type Cube, type Dimension, type Language } from '@datakube/contract';
import type { MemberDirectory } from '../../controllers/member-directory.ts';
import { fill } from '../../localisation/texts.ts';
import {
  axisField,
  axisOf,
  depthOf,
  filterField,
  released,
  type DimensionOffer,
  type ExplorerState,
  type LevelOffer,
  type Zone,
} from '../../state/index.ts';
import { notAdditive } from '../additivity.ts';
import { whyNot, wordsOutside } from '../outside-offer.ts';
import { measureRemark } from './additivity-words.ts';
import type { Field, FieldLevel } from './field.ts';
import { texts } from './field-list.texts.ts';

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
    const zones = zonesOf(state, id);
    const first = offers.get(id)?.first ?? null;
    const barred = zones.length === 0 && first === null;
    return {
      id,
      kind: 'dimension',
      name: dimension.name[language],
      group: dimension.group[language],
      description: dimension.description[language],
      declared: { kind: 'dimension', dimension, cube },
      zones,
      remark: null,
      levels: levelsOf(dimension, state, cube, offers, language),
      obstacle: barred ? whyNot(state, cube, id, dimension.levels[0]?.id ?? '', language) : null,
      outside: zones.length === 0 ? wordsOutside(offers, id, first, language) : null,
      synonyms: dimension.synonyms,
      members: directory.members(id),
      standing: directory.standing(id),
    };
  });
  const used = new Set(state.measures.map((reference) => readReference(reference).measure));
  const measures = cube.measures.map((measure): Field => ({
    id: measure.id,
    kind: 'measure',
    name: measure.name[language],
    group: measuresGroup[language],
    description: measure.description[language],
    declared: { kind: 'measure', measure, cube },
    zones: used.has(measure.id) ? ['measures'] : [],
    remark: used.has(measure.id) ? measureRemark(measure, state, cube, language) : null,
    levels: [],
    obstacle: null,
    outside: null,
    synonyms: [],
    members: [],
    standing: 'here',
  }));
  return [...dimensions, ...measures];
}

function zonesOf(state: ExplorerState, id: string): readonly Zone[] {
  const axis = axisOf(state, id);
  return [...(axis ? [axis] : []), ...(filterField(state, id) ? (['filters'] as const) : [])];
}

function levelsOf(
  dimension: Dimension,
  state: ExplorerState,
  cube: Cube,
  offers: ReadonlyMap<string, DimensionOffer>,
  language: Language,
): readonly FieldLevel[] {
  const { id } = dimension;
  const offer = offers.get(id);
  const onAxis = axisField(state, id);
  const placed = onAxis ?? filterField(state, id);
  const isGrouping = dimension.groupings.some((grouping) => grouping.id === placed?.level);
  const depth = placed && !isGrouping ? depthOf(cube, id, placed.level) : 0;
  const common = (
    level: Pick<Dimension['levels'][number], 'id' | 'name' | 'members'>,
    used: boolean,
  ): Pick<FieldLevel, 'id' | 'name' | 'members' | 'used' | 'outside'> => ({
    id: level.id,
    name: level.name[language],
    members: level.members,
    used,
    outside: used ? null : wordsOutside(offers, id, level.id, language),
  });
  const why = (offered: LevelOffer | undefined, used: boolean, level: string): string | null =>
    used || offered?.offered === true ? null : whyNot(state, cube, id, level, language);
  // A group is the sum of its members.
  const against = notAdditive(state, cube, id, language);
  const levels = dimension.levels.map((level, index): FieldLevel => {
    const used = index + 1 === depth || (onAxis?.parents === true && index + 1 < depth);
    const obstacle = why(offer?.levels[index], used, level.id);
    return { ...common(level, used), kind: 'level', obstacle };
  });
  const groupings = dimension.groupings.map((grouping, index): FieldLevel => {
    const used = grouping.id === placed?.level;
    const unreleased = why(offer?.groupings[index], used, grouping.level);
    return {
      ...common(grouping, used),
      kind: 'grouping',
      obstacle:
        used || against === null ? unreleased : fill(texts[language].groupAddsNot, { measure: against }),
    };
  });
  return [...levels, ...groupings];
}
