import { dimensionOf, nearest, obstacle, released, wayOut, type Axis } from '../../state/index.ts';
import { wordsOutside } from '../outside-offer.ts';
import { command, item, type Item, type MenuScene } from './menu-scene.ts';
import { texts } from './menus.texts.ts';

/** A dimension that is not in the table: where it can be put, or why it cannot, and the one way that leads there. */
export function unusedMenu(scene: MenuScene, id: string): readonly Item[] {
  const { state, cube, language } = scene;
  const text = texts[language];
  const offers = released(state, cube);
  const first = offers.get(id)?.first;
  if (first) {
    const outside = wordsOutside(offers, id, first, language);
    return [
      ...(outside ? [{ kind: 'note', text: `${outside}.`, icon: 'information' } as const] : []),
      { ...command(text.addToRows, { kind: 'place', axis: 'rows', dimension: id }), icon: 'plus' },
      { ...command(text.addToColumns, { kind: 'place', axis: 'columns', dimension: id }), icon: 'plus' },
      { ...item(text.choose, { kind: 'choose', dimension: id, instead: false }), icon: 'filter' },
    ];
  }
  const level = dimensionOf(cube, id)?.levels[0]?.id ?? '';
  const alternative = nearest(state, cube, { dimension: id, level });
  const reason: Item = { kind: 'note', text: `${obstacle(alternative, cube)[language]}.`, icon: 'lock' };
  if (alternative === null) return [reason];
  const rowsLeft = state.rows.filter(({ dimension }) => !alternative.without.includes(dimension));
  const axis: Axis = rowsLeft.length === 0 ? 'rows' : 'columns';
  const add = command(wayOut(alternative, cube, language), { kind: 'nearest', axis, alternative });
  return [reason, { ...add, icon: 'plus' }];
}
