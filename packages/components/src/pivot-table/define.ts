import { register } from '../registration/register.ts';
import { DatakubePivotTable } from './pivot-table.ts';

register({ 'datakube-pivot-table': DatakubePivotTable });
