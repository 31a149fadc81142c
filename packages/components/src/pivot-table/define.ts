import { DatakubePivotTable } from './pivot-table.ts';

if (!customElements.get('datakube-pivot-table'))
  customElements.define('datakube-pivot-table', DatakubePivotTable);
