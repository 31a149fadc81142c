import { PLAIN_LOOK, type Look, type Shading, type Sort } from './explorer-state.ts';
import { MOST_FOLDED } from './query-limits.ts';

/** `name`, `-name`, or `persons@time:2025/sex:K`; a minus is for descending. */
export function writtenSort(sort: Sort | null): string {
  if (sort === null) return '';
  const sign = sort.direction === 'descending' ? '-' : '';
  return sort.by === 'name' ? `${sign}name` : `${sign}${sort.measure}@${sort.column}`;
}

export function sortFrom(text: string): Sort | null {
  const direction = text.startsWith('-') ? 'descending' : 'ascending';
  const what = text.replace(/^-/, '');
  if (what === 'name') return { by: 'name', direction };
  const at = what.indexOf('@');
  if (at < 0) return null;
  return { by: 'value', direction, measure: what.slice(0, at), column: what.slice(at + 1) };
}

/** Keys of places, parted by commas. */
export function placesFrom(text: string): readonly string[] {
  return [...new Set(text.split(','))].filter((key) => key !== '').slice(0, MOST_FOLDED);
}

/** What differs from a plain look: `both,after,spark,persons:heat,persons:1`. */
export function writtenLook({ labels, totals, shading, decimals, sparklines }: Look): string {
  return [
    labels === PLAIN_LOOK.labels ? '' : labels,
    totals === PLAIN_LOOK.totals ? '' : totals,
    sparklines ? 'spark' : '',
    ...Object.entries(shading)
      .sort(byReference)
      .map(([reference, shade]) => `${reference}:${shade}`),
    ...Object.entries(decimals)
      .sort(byReference)
      .map(([reference, count]) => `${reference}:${count}`),
  ]
    .filter((part) => part !== '')
    .join(',');
}

export function lookFrom(text: string): Look {
  const shading: [string, Shading][] = [];
  const decimals: [string, number][] = [];
  const parts = text.split(',');
  for (const part of parts) {
    const [reference = '', value = ''] = part.split(':');
    if (value === 'heat' || value === 'bars') shading.push([reference, value]);
    else if (/^\d$/.test(value)) decimals.push([reference, Number(value)]);
  }
  return {
    labels: parts.includes('code') ? 'code' : parts.includes('both') ? 'both' : PLAIN_LOOK.labels,
    totals: parts.includes('after') ? 'after' : PLAIN_LOOK.totals,
    shading: Object.fromEntries(shading),
    decimals: Object.fromEntries(decimals),
    sparklines: parts.includes('spark'),
  };
}

function byReference([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
