import { readReference } from '@datakube/contract';
import { axisOf, filterField, idsIn, nearest, obstacle, released, type Zone } from '../../state/index.ts';
import { wordsOutside } from '../outside-offer.ts';
import { axisMenu } from './axis-menu.ts';
import { filterMenu } from './filter-menu.ts';
import { addMeasureMenu, measureMenu } from './measure-menu.ts';
import { command, hinted, item, type Item, type MenuScene } from './menu-scene.ts';
import { unusedMenu } from './unused-menu.ts';

/** All that can be done with a field, where it stands. `zone` is null in the list of fields. */
export function fieldMenu(scene: MenuScene, zone: Zone | null, id: string): readonly Item[] {
  const { state, cube } = scene;
  if (cube.measures.some((measure) => measure.id === readReference(id).measure))
    return measureMenu(scene, id);
  const axis = axisOf(state, id);
  if (zone === 'filters' || (axis === null && filterField(state, id))) return filterMenu(scene, id);
  if (axis !== null) return axisMenu(scene, axis, id);
  return unusedMenu(scene, id);
}

/** What can be added to a zone. What cannot says why, and leads to the nearest that can. */
export function addMenu(scene: MenuScene, zone: Zone): readonly Item[] {
  const { state, cube, language } = scene;
  if (zone === 'measures') return addMeasureMenu(scene);
  const here = new Set(idsIn(state, zone));
  const offers = released(state, cube);
  return cube.dimensions
    .filter(({ id }) => !here.has(id))
    .map((dimension): Item => {
      const name = dimension.name[language];
      const { id } = dimension;
      const first = offers.get(id)?.first;
      if (first) {
        const add =
          zone === 'filters'
            ? item(`${name}…`, { kind: 'choose', dimension: id, instead: false })
            : command(name, { kind: 'place', axis: zone, dimension: id });
        return hinted(add, wordsOutside(offers, id, first, language));
      }
      const level = dimension.levels[0]?.id ?? '';
      const hint = obstacle(nearest(state, cube, { dimension: id, level }), cube)[language];
      return { ...item(name, { kind: 'field-menu', zone: null, id }), icon: 'lock', hint };
    });
}
