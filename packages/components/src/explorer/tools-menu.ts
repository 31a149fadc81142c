import { change, type Action } from './action.ts';
import { texts } from './explorer.texts.ts';
import type { MenuScene } from './field-menu.ts';
import type { MenuItem } from '../menu/menu-item.ts';

/** The tools that find no room in a narrow toolbar. */
export function toolsMenu({ state, language }: MenuScene, canDownload: boolean): readonly MenuItem<Action>[] {
  const text = texts[language];
  return [
    { kind: 'action', label: text.swapHint, icon: 'swap', action: change({ kind: 'swap' }) },
    {
      kind: 'action',
      label: text.totals,
      icon: 'total',
      choice: 'check',
      checked: state.totals,
      action: change({ kind: 'totals' }),
    },
    ...(canDownload
      ? [
          { kind: 'separator' } as const,
          {
            kind: 'action',
            label: text.downloadHint,
            icon: 'download',
            action: { kind: 'download' },
          } as const,
        ]
      : []),
  ];
}
