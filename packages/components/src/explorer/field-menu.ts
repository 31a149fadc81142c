import type { Cube, Language } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import {
  axisOf,
  axisField,
  concessions,
  depthOf,
  dimensionOf,
  filterField,
  idsIn,
  inSentence,
  nearest,
  obstacle,
  released,
  wayOut,
  type Axis,
  type ExplorerState,
  type Zone,
} from '../state/index.ts';
import { change, type Action } from './action.ts';
import { texts, type ExplorerText } from './explorer.texts.ts';
import type { MenuItem as Item } from '../menu/menu-item.ts';
import { wordsOutside } from './view-model.ts';

/** Where a menu is opened and for which table: what can be done follows from it. */
export interface MenuScene {
  readonly state: ExplorerState;
  readonly cube: Cube;
  readonly language: Language;
}

type MenuItem = Item<Action>;
type ActionItem = MenuItem & { kind: 'action' };

/** All that can be done with a field, where it stands. `zone` is null in the list of fields. */
export function fieldMenu(scene: MenuScene, zone: Zone | null, id: string): readonly MenuItem[] {
  const { state, cube } = scene;
  if (cube.measures.some((measure) => measure.id === id)) return measureMenu(scene, id);
  const axis = axisOf(state, id);
  if (zone === 'filters' || (axis === null && filterField(state, id))) return filterMenu(scene, id);
  if (axis !== null) return axisMenu(scene, axis, id);
  return unusedMenu(scene, id);
}

/** What can be added to a zone. What cannot says why, and leads to the nearest that can. */
export function addMenu(scene: MenuScene, zone: Zone): readonly MenuItem[] {
  const { state, cube, language } = scene;
  const here = new Set(idsIn(state, zone));
  if (zone === 'measures') {
    const items = cube.measures
      .filter(({ id }) => !here.has(id))
      .map(({ id, name }): MenuItem => item(name[language], change({ kind: 'measure', measure: id })));
    return items.length > 0 ? items : [{ kind: 'note', text: texts[language].nothingToAdd }];
  }
  const offers = released(state, cube);
  return cube.dimensions
    .filter(({ id }) => !here.has(id))
    .map((dimension): MenuItem => {
      const name = dimension.name[language];
      const { id } = dimension;
      const first = offers.get(id)?.first;
      if (first) {
        const add =
          zone === 'filters'
            ? item(`${name}…`, { kind: 'choose', dimension: id, instead: false })
            : item(name, change({ kind: 'place', axis: zone, dimension: id }));
        return hinted(add, wordsOutside(offers, id, first, language));
      }
      const level = dimension.levels[0]?.id ?? '';
      const hint = obstacle(nearest(state, cube, { dimension: id, level }), cube)[language];
      return { ...item(name, { kind: 'field-menu', zone: null, id }), icon: 'lock', hint };
    });
}

function axisMenu(scene: MenuScene, axis: Axis, id: string): readonly MenuItem[] {
  const { state, cube, language } = scene;
  const field = axisField(state, id);
  const other: Axis = axis === 'rows' ? 'columns' : 'rows';
  const levels = levelItems(scene, axis, id);
  const hasParents = field !== undefined && depthOf(cube, id, field.level) > 1;
  const parents = field?.parents === true;
  return [
    ...levels,
    ...(levels.length > 0 ? [SEPARATOR] : []),
    ...(hasParents
      ? [
          {
            ...item(
              texts[language].showParents,
              change({ kind: 'parents', dimension: id, parents: !parents }),
            ),
            choice: 'check',
            checked: parents,
          } as const,
        ]
      : []),
    { ...item(texts[language].choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
    SEPARATOR,
    ...shiftItems(scene, axis, id),
    {
      ...item(
        texts[language][other === 'rows' ? 'moveToRows' : 'moveToColumns'],
        change({ kind: 'place', axis: other, dimension: id }),
      ),
      keys: other === 'rows' ? 'Alt ←' : 'Alt →',
    },
    item(texts[language].moveToFilters, { kind: 'choose', dimension: id, instead: true }),
    SEPARATOR,
    removeItem(scene, axis, id),
  ];
}

function filterMenu(scene: MenuScene, id: string): readonly MenuItem[] {
  const { state, language } = scene;
  const text = texts[language];
  const show = (axis: Axis, key: ExplorerText): MenuItem =>
    item(text[key], change({ kind: 'place', axis, dimension: id }));
  return [
    { ...item(text.choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
    ...(axisOf(state, id) === null ? [show('rows', 'showOnRows'), show('columns', 'showOnColumns')] : []),
    ...(idsIn(state, 'filters').length > 1 ? [SEPARATOR, ...shiftItems(scene, 'filters', id)] : []),
    SEPARATOR,
    removeItem(scene, 'filters', id),
  ];
}

function measureMenu(scene: MenuScene, id: string): readonly MenuItem[] {
  const { state, language } = scene;
  if (!state.measures.includes(id)) {
    return [
      { ...item(texts[language].addToMeasures, change({ kind: 'measure', measure: id })), icon: 'plus' },
    ];
  }
  const shifts = state.measures.length > 1 ? [...shiftItems(scene, 'measures', id), SEPARATOR] : [];
  return [...shifts, { ...removeItem(scene, 'measures', id), disabled: state.measures.length === 1 }];
}

function unusedMenu(scene: MenuScene, id: string): readonly MenuItem[] {
  const { state, cube, language } = scene;
  const text = texts[language];
  const offers = released(state, cube);
  const first = offers.get(id)?.first;
  if (first) {
    const outside = wordsOutside(offers, id, first, language);
    return [
      ...(outside ? [{ kind: 'note', text: `${outside}.`, icon: 'information' } as const] : []),
      { ...item(text.addToRows, change({ kind: 'place', axis: 'rows', dimension: id })), icon: 'plus' },
      { ...item(text.addToColumns, change({ kind: 'place', axis: 'columns', dimension: id })), icon: 'plus' },
      { ...item(text.choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
    ];
  }
  const level = dimensionOf(cube, id)?.levels[0]?.id ?? '';
  const alternative = nearest(state, cube, { dimension: id, level });
  const reason: MenuItem = { kind: 'note', text: `${obstacle(alternative, cube)[language]}.`, icon: 'lock' };
  if (alternative === null) return [reason];
  const rowsLeft = state.rows.filter(({ dimension }) => !alternative.without.includes(dimension));
  const axis: Axis = rowsLeft.length === 0 ? 'rows' : 'columns';
  return [
    reason,
    {
      ...item(wayOut(alternative, cube, language), change({ kind: 'nearest', axis, alternative })),
      icon: 'plus',
    },
  ];
}

function levelItems(scene: MenuScene, axis: Axis, id: string): readonly ActionItem[] {
  const { state, cube, language } = scene;
  const dimension = dimensionOf(cube, id);
  if (!dimension || dimension.levels.length < 2) return [];
  const offers = released(state, cube);
  const offer = offers.get(id);
  const present = axisField(state, id)?.level;
  return dimension.levels.map(({ id: level, name }): ActionItem => {
    const choose = item(
      fill(texts[language].showLevel, { level: inSentence(name[language]) }),
      change({ kind: 'level', dimension: id, level }),
    );
    const base = { ...choose, choice: 'radio', checked: level === present } as const;
    if (offer?.levels.some((candidate) => candidate.offered && candidate.level === level)) {
      return level === present ? base : hinted(base, wordsOutside(offers, id, level, language));
    }
    const alternative = nearest(state, cube, { dimension: id, level }, true);
    if (alternative === null) {
      return { ...base, disabled: true, hint: obstacle(null, cube)[language] };
    }
    const hint = `${obstacle(alternative, cube)[language]}: ${concessions(alternative, cube, language)}`;
    return { ...base, action: change({ kind: 'nearest', axis, alternative }), hint };
  });
}

function shiftItems({ state, language }: MenuScene, zone: Zone, id: string): readonly ActionItem[] {
  const ids = idsIn(state, zone);
  if (ids.length < 2) return [];
  const at = ids.indexOf(id);
  return [
    {
      ...item(texts[language].moveForward, change({ kind: 'shift', zone, id, by: -1 })),
      keys: 'Alt ↑',
      disabled: at === 0,
    },
    {
      ...item(texts[language].moveBack, change({ kind: 'shift', zone, id, by: 1 })),
      keys: 'Alt ↓',
      disabled: at === ids.length - 1,
    },
  ];
}

function removeItem({ language }: MenuScene, zone: Zone, id: string): ActionItem {
  return {
    ...item(texts[language].remove, change({ kind: 'remove', zone, id })),
    icon: 'close',
    keys: 'Delete',
  };
}

function hinted(action: ActionItem, hint: string | null): ActionItem {
  return hint === null ? action : { ...action, hint };
}

function item(label: string, action: Action): ActionItem {
  return { kind: 'action', label, action };
}

const SEPARATOR: MenuItem = { kind: 'separator' };
