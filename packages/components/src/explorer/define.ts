// First: an element asks a provider around it for its client when it begins, and only then.
import '../provider/define.ts';
import '../chart/define.ts';
import '../declaration/define.ts';
import '../menu/define.ts';
import '../pivot-table/define.ts';
import { register } from '../registration/register.ts';
import { DatakubeExplorer } from './explorer.ts';
import { DatakubeFieldList } from './field-list/field-list.ts';
import { DatakubeStatePanel } from './state-panel/state-panel.ts';
import { DatakubeToolbar } from './toolbar/toolbar.ts';
import { DatakubeZone } from './zone/zone.ts';

register({
  'datakube-field-list': DatakubeFieldList,
  'datakube-state-panel': DatakubeStatePanel,
  'datakube-toolbar': DatakubeToolbar,
  'datakube-zone': DatakubeZone,
  // Last, so that its parts are there when it first draws.
  'datakube-explorer': DatakubeExplorer,
});

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
