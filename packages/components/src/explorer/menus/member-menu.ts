import type { MemberEntry } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import {
  axisField,
  axisOf,
  filterField,
  levelBelow,
  nameOfLevel,
  inSentence,
  released,
  type Command,
  type Kept,
} from '../../state/index.ts';
import { notAdditive } from '../additivity.ts';
import {
  check,
  command,
  groups,
  item,
  remark,
  type ActionItem,
  type Item,
  type MenuScene,
} from './menu-scene.ts';
import { texts } from './menus.texts.ts';

/** All that can be done with one member of a dimension, from the list of fields. */
export function memberMenu(
  scene: MenuScene,
  dimension: string,
  { code, level }: MemberEntry,
): readonly Item[] {
  const { state, cube, language } = scene;
  const text = texts[language];
  const offer = released(state, cube).get(dimension);
  const offers = [...(offer?.levels ?? []), ...(offer?.groupings ?? [])];
  if (!offers.some((each) => each.offered && each.level === level)) {
    return [item(text.whyNot, { kind: 'field-menu', zone: null, id: dimension })];
  }
  return groups(
    filterItems(scene, dimension, level, code),
    axisOf(state, dimension) === null ? [] : axisItems(scene, dimension, level, code),
    [remark(fill(text.memberCode, { code }))],
  );
}

function filterItems(
  { state, cube, language }: MenuScene,
  dimension: string,
  level: string,
  code: string,
): readonly ActionItem[] {
  const text = texts[language];
  const present = filterField(state, dimension);
  const named = present?.level === level && present.keep.kind === 'members' ? present.keep.members : null;
  const keeping = (members: readonly string[]): Command => {
    const keep: Kept = { kind: 'members', members };
    return { kind: 'filter', field: { dimension, level, keep }, instead: false };
  };
  const only: ActionItem = { ...command(text.keepOnly, keeping([code])), icon: 'filter' };
  if (named === null) return [only];
  const isIn = named.includes(code);
  const together = axisField(state, dimension) ?? notAdditive(state, cube, dimension, language) === null;
  if (!isIn && !together) return [only];
  const others = isIn ? named.filter((each) => each !== code) : [...named, code];
  return [...(isIn && named.length === 1 ? [] : [only]), check(text.inFilter, keeping(others), isIn)];
}

function axisItems(
  { state, cube, language }: MenuScene,
  dimension: string,
  level: string,
  member: string,
): readonly ActionItem[] {
  const text = texts[language];
  const below = levelBelow(cube, dimension, level);
  const field = axisField(state, dimension);
  if (below === undefined || !field) return [];
  const name = inSentence(nameOfLevel(cube, { dimension, level: below }, language));
  const open = field.open.includes(member);
  const opens = field.level === level && field.top === null;
  return [
    ...(opens
      ? [
          check(
            fill(text.openBelow, { level: name }),
            { kind: 'open', dimension, member, level, open: !open },
            open,
          ),
        ]
      : []),
    command(fill(text.drillInto, { level: name }), { kind: 'drill', dimension, member, level, by: null }),
  ];
}
