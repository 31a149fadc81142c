import { register } from '../../registration/register.ts';
import { DatakubeSharePanel } from './share-panel.ts';

export { sharedView } from './shared-view.ts';

// Loaded when a view is first shared: a table is shown without it.
register({ 'datakube-share-panel': DatakubeSharePanel });
