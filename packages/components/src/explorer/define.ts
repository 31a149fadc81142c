import '../chart/define.ts';
import '../declaration/define.ts';
import '../menu/define.ts';
import '../pivot-table/define.ts';
import { DatakubeExplorer } from './explorer.ts';
import { DatakubeFieldList } from './field-list/field-list.ts';
import { DatakubeFilterDialog } from './filter-dialog/filter-dialog.ts';
import { DatakubeStatePanel } from './state-panel/state-panel.ts';
import { DatakubeToolbar } from './toolbar/toolbar.ts';
import { DatakubeZone } from './zone/zone.ts';

const parts = {
  'datakube-field-list': DatakubeFieldList,
  'datakube-filter-dialog': DatakubeFilterDialog,
  'datakube-state-panel': DatakubeStatePanel,
  'datakube-toolbar': DatakubeToolbar,
  'datakube-zone': DatakubeZone,
  // Last, so that its parts are there when it first draws.
  'datakube-explorer': DatakubeExplorer,
} as const;

for (const [name, element] of Object.entries(parts)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
