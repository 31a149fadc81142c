import { fill } from '../../localisation/texts.ts';
import {
  axisField,
  concessions,
  depthOf,
  dimensionOf,
  filterField,
  inSentence,
  nearest,
  obstacle,
  released,
  type Axis,
} from '../../state/index.ts';
import { notAdditive } from '../additivity.ts';
import { texts as fields } from '../field-list/field-list.texts.ts';
import { wordsOutside } from '../outside-offer.ts';
import {
  check,
  command,
  groups,
  hinted,
  item,
  leadsTo,
  radio,
  type ActionItem,
  type Item,
  type MenuScene,
} from './menu-scene.ts';
import { removeItem, shiftItems } from './place-items.ts';
import { texts } from './menus.texts.ts';

/** All that can be done with a dimension on rows or columns. */
export function axisMenu(scene: MenuScene, axis: Axis, id: string): readonly Item[] {
  const text = texts[scene.language];
  return groups(
    levelItems(scene, axis, id),
    groupingItems(scene, id),
    [
      ...subtotalItems(scene, id),
      { ...item(text.choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
      ...(axis === 'rows' ? [leadsTo(text.sort, { kind: 'sort', dimension: id })] : []),
      topItem(scene, id),
      ...drillUpItems(scene, id),
    ],
    [...shiftItems(scene, axis, id), ...moveItems(scene, axis, id)],
    [removeItem(scene, axis, id)],
  );
}

function subtotalItems({ state, cube, language }: MenuScene, id: string): readonly ActionItem[] {
  const field = axisField(state, id);
  if (!field || depthOf(cube, id, field.level) < 2) return [];
  const does = { kind: 'parents', dimension: id, parents: !field.parents } as const;
  return [check(texts[language].showParents, does, field.parents)];
}

function topItem({ state, language }: MenuScene, id: string): ActionItem {
  const text = texts[language];
  const top = axisField(state, id)?.top;
  const label = top ? fill(text.topChosen, { count: String(top.count) }) : text.top;
  return { ...leadsTo(label, { kind: 'top', dimension: id }), ...(top ? { icon: 'check' } : {}) };
}

/** Up again: what a drill kept is let go, or the level above is shown. */
function drillUpItems({ state, cube, language }: MenuScene, id: string): readonly ActionItem[] {
  const field = axisField(state, id);
  const deep = field !== undefined && depthOf(cube, id, field.level) > 1;
  if (!deep && !filterField(state, id)) return [];
  return [command(texts[language].drillUp, { kind: 'drill-up', dimension: id })];
}

function moveItems({ language }: MenuScene, axis: Axis, id: string): readonly ActionItem[] {
  const text = texts[language];
  const toFilters = item(text.moveToFilters, { kind: 'choose', dimension: id, instead: true });
  return axis === 'rows'
    ? [
        { ...command(text.moveToColumns, { kind: 'place', axis: 'columns', dimension: id }), keys: 'Alt →' },
        toFilters,
      ]
    : [
        { ...command(text.moveToRows, { kind: 'place', axis: 'rows', dimension: id }), keys: 'Alt ←' },
        { ...toFilters, keys: 'Alt →' },
      ];
}

function levelItems(scene: MenuScene, axis: Axis, id: string): readonly ActionItem[] {
  const { state, cube, language } = scene;
  const dimension = dimensionOf(cube, id);
  if (!dimension || dimension.levels.length + dimension.groupings.length < 2) return [];
  const offers = released(state, cube);
  const offer = offers.get(id);
  const present = axisField(state, id)?.level;
  return dimension.levels.map(({ id: level, name }): ActionItem => {
    const base = radio(
      fill(texts[language].showLevel, { level: inSentence(name[language]) }),
      { kind: 'level', dimension: id, level },
      level === present,
    );
    if (offer?.levels.some((candidate) => candidate.offered && candidate.level === level)) {
      return level === present ? base : hinted(base, wordsOutside(offers, id, level, language));
    }
    const alternative = nearest(state, cube, { dimension: id, level }, true);
    if (alternative === null) return { ...base, disabled: true, hint: obstacle(null, cube)[language] };
    const hint = `${obstacle(alternative, cube)[language]}: ${concessions(alternative, cube, language)}`;
    return { ...base, action: { kind: 'change', command: { kind: 'nearest', axis, alternative } }, hint };
  });
}

/** Other ways to put the members of a level together: released where the level is, and sums of its members. */
function groupingItems({ state, cube, language }: MenuScene, id: string): readonly Item[] {
  const groupings = dimensionOf(cube, id)?.groupings ?? [];
  const offer = released(state, cube).get(id);
  const present = axisField(state, id)?.level;
  const against = notAdditive(state, cube, id, language);
  return groupings.map(({ id: grouping, name, level, description }): ActionItem => {
    const base = radio(
      fill(texts[language].showGrouping, { grouping: inSentence(name[language]) }),
      { kind: 'level', dimension: id, level: grouping },
      grouping === present,
    );
    if (against !== null && grouping !== present) {
      const hint = fill(fields[language].groupAddsNot, { measure: against });
      return { ...base, disabled: true, hint };
    }
    const offered = offer?.groupings.some((each) => each.offered && each.level === grouping) === true;
    if (offered) return hinted(base, description?.[language] ?? null);
    const way = nearest(state, cube, { dimension: id, level }, true);
    return { ...base, disabled: true, hint: obstacle(way, cube)[language] };
  });
}
