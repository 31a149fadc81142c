import { register } from '../registration/register.ts';
import { DatakubeChart } from './chart.ts';

register({ 'datakube-chart': DatakubeChart });

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
