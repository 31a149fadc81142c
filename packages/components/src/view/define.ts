// First: an element asks a provider around it for its client when it begins, and only then.
import '../provider/define.ts';
import '../chart/define.ts';
import '../declaration/define.ts';
import { DatakubeStatePanel } from '../explorer/state-panel/state-panel.ts';
import '../menu/define.ts';
import '../pivot-table/define.ts';
import { register } from '../registration/register.ts';
import { DatakubeView } from './view.ts';

register({ 'datakube-state-panel': DatakubeStatePanel, 'datakube-view': DatakubeView });

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
