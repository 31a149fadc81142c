import '../chart/define.ts';
import '../declaration/define.ts';
import { DatakubeStatePanel } from '../explorer/state-panel/state-panel.ts';
import '../menu/define.ts';
import '../pivot-table/define.ts';
import { register } from '../registration/register.ts';
import { DatakubeView } from './view.ts';

register({ 'datakube-state-panel': DatakubeStatePanel, 'datakube-view': DatakubeView });
