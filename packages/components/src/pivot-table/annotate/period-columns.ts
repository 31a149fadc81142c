import type { AxisLayout } from '../../pivot/layout.ts';

/** Columns that follow one another in time. */
export interface PeriodColumns {
  /** Visible positions, earliest first. */
  readonly positions: readonly number[];
  /** Which of them cannot be compared with the one before. */
  readonly breaks: readonly number[];
}

/**
 * The columns along which a row has a course: the periods of the finest level that shows. What else is on the columns
 * stands at its total. Null where there are fewer than two periods, or several courses and no total of them.
 */
export function periodColumns(
  { axis, order }: AxisLayout,
  isTime: (dimension: string) => boolean,
): PeriodColumns | null {
  const time = axis.dimensions.findIndex(({ dimension }) => isTime(dimension));
  const of = axis.dimensions[time];
  if (!of) return null;
  const { nodeOf, total, others, depth } = of;
  const isPeriod = (tuple: number): boolean => !total[nodeOf[tuple]!] && !others[nodeOf[tuple]!];
  const finest = order.reduce(
    (deepest, tuple) => (isPeriod(tuple) ? Math.max(deepest, depth[nodeOf[tuple]!]!) : deepest),
    0,
  );
  const courses = new Map<string, number[]>();
  order.forEach((tuple, position) => {
    if (!isPeriod(tuple) || depth[nodeOf[tuple]!] !== finest) return;
    const rest = axis.tuples[tuple]!.filter((_, d) => d !== time);
    const key = rest.every(({ kind }) => kind === 'total') ? '' : rest.map(({ code }) => code).join(' ');
    courses.set(key, [...(courses.get(key) ?? []), position]);
  });
  const course = courses.get('') ?? (courses.size === 1 ? [...courses.values()][0] : undefined);
  if (!course || course.length < 2) return null;
  const positions = course.sort((a, b) => order[a]! - order[b]!);
  const breaks = [...positions.keys()].filter((at) =>
    axis.tuples[order[positions[at]!]!]![time]!.flags?.includes('break'),
  );
  return { positions, breaks };
}
