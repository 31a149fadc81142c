import { texts as shared } from '../explorer.texts.ts';
import { command, groups, item, leadsTo, type Item, type MenuScene } from './menu-scene.ts';
import { texts } from './menus.texts.ts';
import { sparklineItems } from './table-menus.ts';

/** The tools of the bar that may find no room there. */
export type Tool =
  'chart-type' | 'swap' | 'totals' | 'labels' | 'arrange' | 'examples' | 'share' | 'download';

/** The tools that found no room in the toolbar. */
export function toolsMenu(scene: MenuScene, missing: readonly Tool[]): readonly Item[] {
  const { language } = scene;
  const text = texts[language];
  const where = (tool: Tool, items: readonly Item[]): readonly Item[] =>
    missing.includes(tool) ? items : [];
  return groups(
    where('chart-type', [{ ...item(text.chartTypes, { kind: 'chart-types' }), icon: 'chart' }]),
    [
      ...where('swap', [{ ...command(shared[language].swapHint, { kind: 'swap' }), icon: 'swap' }]),
      ...where('arrange', [{ ...command(shared[language].arrange, { kind: 'arrange' }), icon: 'arrange' }]),
      ...where('totals', [{ ...leadsTo(text.totalsMenu, { kind: 'totals' }), icon: 'total' }]),
      ...where('labels', [{ ...leadsTo(text.labelsMenu, { kind: 'labels' }), icon: 'label' }]),
      ...sparklineItems(scene),
    ],
    where('examples', [{ ...leadsTo(text.examplesMenu, { kind: 'examples' }), icon: 'example' }]),
    [
      ...where('share', [{ ...item(text.shareMenu, { kind: 'share' }), icon: 'share' }]),
      ...where('download', [{ ...item(text.downloadMenu, { kind: 'download-menu' }), icon: 'download' }]),
    ],
  );
}
