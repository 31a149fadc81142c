import { scalePoint } from 'd3-scale';

/** Where periods stand along an axis, and which of them are named. */
export interface TimeAxis {
  readonly xs: readonly number[];
  /** From one period to the next. */
  readonly step: number;
  /** Categories that get a label under the axis: first, last, and those between that there is room for. */
  readonly labelled: readonly number[];
}

/**
 * Periods evenly from left to right.
 *
 * @param label - width of the widest name of a period
 */
export function timeAxis(count: number, left: number, right: number, label: number): TimeAxis {
  const periods = Array.from({ length: count }, (_, category) => category);
  const place = scalePoint<number>(periods, [left, right]);
  const step = count > 1 ? place.step() : right - left;
  return {
    xs: periods.map((category) => place(category) ?? left),
    step,
    labelled: labelledCategories(count, step, label + 12),
  };
}

/** As many as there is room for, the last among them: of two that would lie on each other the last stays. */
function labelledCategories(count: number, step: number, room: number): number[] {
  if (count === 0) return [];
  const every = Math.max(1, Math.ceil(room / step));
  const labelled = [];
  for (let category = 0; category <= count - 1 - every; category += every) labelled.push(category);
  return [...labelled, count - 1];
}
