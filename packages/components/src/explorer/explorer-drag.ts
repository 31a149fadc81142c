import { readReference } from '@datakube/contract';
import type { LitElement } from 'lit';
import { fill } from '../localisation/texts.ts';
import { filterField, isUsed, released, type Command } from '../state/index.ts';
import { change, type Action } from './action.ts';
import { nameOfField } from './announcement.ts';
import { DragController, type Dragged } from './drag-controller.ts';
import { texts } from './explorer.texts.ts';
import type { MenuScene } from './menus/menu-scene.ts';
import type { DatakubeZone } from './zone/zone.ts';

/** What dragging needs of the explorer. */
export interface DragHost {
  readonly zones: () => readonly DatakubeZone[];
  readonly scene: () => MenuScene | null;
  readonly say: (text: string) => void;
  readonly act: (action: Action, origin: HTMLElement) => void;
}

/** Dragging fields between the list and the zones, with the same commands as the menus. */
export function explorerDrag(host: LitElement, { zones, scene, say, act }: DragHost): DragController {
  const isMeasure = (id: string): boolean =>
    scene()?.cube.measures.some((measure) => measure.id === readReference(id).measure) === true;
  return new DragController(host, {
    zones,
    mayLand: ({ id }, zone) => isMeasure(id) === (zone === 'measures'),
    onStart: ({ id }) => {
      const now = scene();
      if (now) say(fill(texts[now.language].said_moving, { name: nameOfField(now.cube, id, now.language) }));
    },
    onCancel: () => {
      const now = scene();
      if (now) say(texts[now.language].said_cancelled);
    },
    onDrop: (dragged, zone, at, origin) => {
      const now = scene();
      if (now) act(dropped(now, dragged, zone, at), origin);
    },
  });
}

/** A drop as an action. What cannot be added opens its menu, which says why and what can. */
function dropped(
  { state, cube }: MenuScene,
  { id, from }: Dragged,
  zone: DatakubeZone['zone'],
  at: number,
): Action {
  if (from === zone) return change(reorder(state, zone, id, at));
  if (zone === 'measures') return change({ kind: 'measure', measure: id, at });
  if (!isUsed(state, id) && !released(state, cube).get(id)?.first)
    return { kind: 'field-menu', zone: null, id };
  if (zone === 'filters') {
    const instead = from === 'rows' || from === 'columns';
    return { kind: 'choose', dimension: id, instead: instead && filterField(state, id) === undefined };
  }
  return change({ kind: 'place', axis: zone, dimension: id, at });
}

/** Dropped before itself or after itself a field stays; further on, its own leaving moves the others up. */
function reorder(state: MenuScene['state'], zone: DatakubeZone['zone'], id: string, at: number): Command {
  const ids = zone === 'measures' ? state.measures : state[zone].map(({ dimension }) => dimension);
  const from = ids.indexOf(id);
  return { kind: 'reorder', zone, id, at: at > from ? at - 1 : at };
}
