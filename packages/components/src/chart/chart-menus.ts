import type { ChartType, Language } from '@datakube/contract';
import '../menu/define.ts';
import type { MenuItem } from '../menu/menu-item.ts';
import { texts } from './chart.texts.ts';
import type { ChartOption } from './choices.ts';
import type { PictureFormat } from './picture/save-picture.ts';

/** The element whose menu it is. */
interface MenuHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly language: Language;
}

/** Opens the choice of a kind of chart. Those that would mislead cannot be chosen, and say why. */
export function openTypeMenu(
  host: MenuHost,
  anchor: HTMLElement,
  options: readonly ChartOption[],
  choose: (type: ChartType | 'fitting') => void,
): void {
  const items = options.map(({ type, name, chosen, reason }): MenuItem<ChartType | 'fitting'> => ({
    kind: 'action',
    label: name,
    action: type,
    choice: 'radio',
    checked: chosen,
    ...(reason === null ? {} : { hint: reason, disabled: true }),
  }));
  void menuOf(host).open(anchor, texts[host.language].chartType, items, choose);
}

/** Opens the choice of a file for a picture. */
export function openPictureMenu(
  host: MenuHost,
  anchor: HTMLElement,
  choose: (format: PictureFormat) => void,
): void {
  const text = texts[host.language];
  const item = (label: string, action: PictureFormat): MenuItem<PictureFormat> => ({
    kind: 'action',
    label,
    action,
  });
  const items = [item(text.picturePng, 'png'), item(text.pictureSvg, 'svg')];
  void menuOf(host).open(anchor, text.picture, items, choose);
}

function menuOf({ renderRoot, language }: MenuHost): HTMLElementTagNameMap['datakube-menu'] {
  const menu = renderRoot.querySelector('datakube-menu') ?? document.createElement('datakube-menu');
  menu.lang = language;
  if (!menu.isConnected) renderRoot.append(menu);
  return menu;
}
