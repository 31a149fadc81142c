import { carriesNumber, STATUSES, type CellSet } from '@datakube/contract';

/** Nothing but places the cube does not cover. A hidden value is not nothing, and neither is zero. */
export function isEmpty({ rows, columns, measures }: CellSet): boolean {
  if (rows.length === 0 || columns.length === 0) return true;
  return [...measures.values()].every(({ status }) => status.every((at) => NOT_COVERED.has(at)));
}

/** Not one number is shown, and at least one is hidden. */
export function isAllHidden({ measures }: CellSet): boolean {
  const statuses = [...measures.values()].map(({ status }) => status);
  return (
    statuses.some((status) => status.includes(HIDDEN)) &&
    statuses.every((status) => !status.some((at) => SHOWN.has(at)))
  );
}

const HIDDEN = STATUSES.indexOf('suppressed');

const SHOWN: ReadonlySet<number> = new Set(
  STATUSES.flatMap((status, index) => (carriesNumber(status) ? [index] : [])),
);

const NOT_COVERED: ReadonlySet<number> = new Set(
  STATUSES.flatMap((status, index) => (status === 'missing' || status === 'not-applicable' ? [index] : [])),
);
