import type { TupleEntry } from '@datakube/contract';
import { standsAlone } from './axis.ts';

/** What of members is written: their names, their codes, or both. */
export type Labels = 'name' | 'code' | 'both';

/**
 * What is written for a member: `Aalborg`, `851`, or `851 Aalborg`. A total has no code that anybody knows,
 * and a year no name beside its code.
 */
export function writtenLabel(entry: TupleEntry, labels: Labels): string {
  const { code, label } = entry;
  if (labels === 'name' || code === label || standsAlone(entry)) return label;
  return labels === 'code' ? code : `${code} ${label}`;
}
