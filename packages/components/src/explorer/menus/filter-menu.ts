import { axisOf, idsIn, type Axis } from '../../state/index.ts';
import { command, groups, item, type Item, type MenuScene } from './menu-scene.ts';
import { removeItem, shiftItems } from './place-items.ts';
import { texts, type MenuText } from './menus.texts.ts';

/** All that can be done with a filter. */
export function filterMenu(scene: MenuScene, id: string): readonly Item[] {
  const { state, language } = scene;
  const text = texts[language];
  const show = (axis: Axis, key: MenuText): Item =>
    command(text[key], { kind: 'place', axis, dimension: id });
  return groups(
    [
      { ...item(text.choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
      ...(axisOf(state, id) === null ? [show('rows', 'showOnRows'), show('columns', 'showOnColumns')] : []),
    ],
    idsIn(state, 'filters').length > 1 ? shiftItems(scene, 'filters', id) : [],
    [removeItem(scene, 'filters', id)],
  );
}
