import type { Cube, Language } from '@datakube/contract';
import {
  axisField,
  dimensionOf,
  filterField,
  released,
  type ExplorerState,
  type Kept,
} from '../../state/index.ts';
import { notAdditive } from '../additivity.ts';

/** A level or grouping whose members can be chosen. */
export interface ChoiceLevel {
  readonly id: string;
  readonly kind: 'level' | 'grouping';
  readonly name: string;
}

/** How members are chosen: by name, from one to another, or the latest. */
export type Way = 'members' | 'range' | 'latest';

/** What is to be chosen. */
export interface FilterChoice {
  readonly dimension: string;
  readonly name: string;
  /** The levels that can be chosen from, the coarsest first, then the groupings. */
  readonly levels: readonly ChoiceLevel[];
  /** The level or grouping to begin with. */
  readonly level: string;
  /** Never empty; only what has an order has ranges, and only time has a latest. */
  readonly ways: readonly Way[];
  /** What is kept already; null where there is no filter yet. */
  readonly kept: Kept | null;
  /** Begins with everything: what stands on an axis without a filter shows all of it. */
  readonly everything: boolean;
  /** False where one person can belong to several members: a full set of children is then not their parent. */
  readonly whole: boolean;
  /** Name of a measure that forbids taking several members together; null where several may be chosen. */
  readonly notAdditive: string | null;
  /** Takes the dimension off its axis when the choice is made. */
  readonly instead: boolean;
}

/** What the choice of members offers: only what stays inside what can be asked. Null where there is nothing. */
export function filterChoice(
  state: ExplorerState,
  cube: Cube,
  id: string,
  instead: boolean,
  language: Language,
): FilterChoice | null {
  const dimension = dimensionOf(cube, id);
  const offer = released(state, cube).get(id);
  if (!dimension || !offer) return null;
  const present = filterField(state, id);
  const onAxis = instead ? undefined : axisField(state, id);
  const levels = offeredLevels(state, cube, id, language);
  const level = present?.level ?? axisField(state, id)?.level ?? offer.first;
  if (level === null || levels.length === 0) return null;
  const onlyOne = onAxis ? null : notAdditive(state, cube, id, language);
  const ordered = dimension.kind === 'time' || dimension.kind === 'age';
  return {
    dimension: id,
    name: dimension.name[language],
    levels,
    level,
    ways: [
      'members',
      ...(ordered && onlyOne === null ? (['range'] as const) : []),
      ...(dimension.kind === 'time' ? (['latest'] as const) : []),
    ],
    kept: present?.keep ?? null,
    everything: present === undefined && onAxis !== undefined,
    whole: !dimension.multiple,
    notAdditive: onlyOne,
    instead,
  };
}

/** Levels and groupings that can be asked for. A group is the sum of its members: there is none of what does not add up. */
function offeredLevels(
  state: ExplorerState,
  cube: Cube,
  id: string,
  language: Language,
): readonly ChoiceLevel[] {
  const dimension = dimensionOf(cube, id);
  const offer = released(state, cube).get(id);
  const offered = new Set(
    [...(offer?.levels ?? []), ...(offer?.groupings ?? [])]
      .filter((each) => each.offered)
      .map(({ level }) => level),
  );
  const groupings = notAdditive(state, cube, id, language) === null ? (dimension?.groupings ?? []) : [];
  return [
    ...(dimension?.levels ?? []).map((level) => ({ ...level, kind: 'level' as const })),
    ...groupings.map((grouping) => ({ ...grouping, kind: 'grouping' as const })),
  ]
    .filter((level) => offered.has(level.id))
    .map((level) => ({ id: level.id, kind: level.kind, name: level.name[language] }));
}
