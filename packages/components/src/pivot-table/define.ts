import { register } from '../registration/register.ts';
import { DatakubePivotTable } from './pivot-table.ts';

register({ 'datakube-pivot-table': DatakubePivotTable });

// Whoever imports the element has its types and those of its events.
export type * from '../index.ts';
