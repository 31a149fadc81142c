import { idsIn, type Zone } from '../../state/index.ts';
import { command, type ActionItem, type MenuScene } from './menu-scene.ts';
import { texts } from './menus.texts.ts';

/** Up and down within a zone, where there is more than one field. */
export function shiftItems({ state, language }: MenuScene, zone: Zone, id: string): readonly ActionItem[] {
  const ids = idsIn(state, zone);
  if (ids.length < 2) return [];
  const at = ids.indexOf(id);
  const text = texts[language];
  return [
    { ...command(text.moveUp, { kind: 'shift', zone, id, by: -1 }), keys: 'Alt ↑', disabled: at === 0 },
    {
      ...command(text.moveDown, { kind: 'shift', zone, id, by: 1 }),
      keys: 'Alt ↓',
      disabled: at === ids.length - 1,
    },
  ];
}

export function removeItem({ language }: MenuScene, zone: Zone, id: string): ActionItem {
  return { ...command(texts[language].remove, { kind: 'remove', zone, id }), icon: 'close', keys: 'Delete' };
}
