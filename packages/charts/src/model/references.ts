import type { Tuple } from '@datakube/contract';
import type { Reference } from '../chart-options.ts';
import type { ChartValue } from './chart-value.ts';
import type { Layout } from './layout.ts';
import type { ReferenceSeries } from './series.ts';

/** Where a series stands: the place of each category on the main axis, and its place on the other. */
export interface Standing {
  readonly places: readonly (number | undefined)[];
  readonly cross: number;
  /** The entries that name the series. */
  readonly entries: Tuple;
}

/**
 * The cells that series are compared with: those in which the dimension of a reference stands at its member and all
 * else is as in the series. Series that differ only in that dimension share one. A series that stands at the member
 * itself is compared with nothing. Every value is a cell; where there is none, there is no reference.
 *
 * @param most - how many are drawn; a reference that would make them more is left out with all its series
 */
export function referencesOf(
  layout: Layout,
  standings: readonly Standing[],
  references: readonly Reference[],
  most: number,
): ReferenceSeries[] {
  const main = placesByCodes(layout.mainTuples);
  const cross = placesByCodes(layout.crossTuples);
  const found: ReferenceSeries[] = [];
  for (const reference of references) {
    const own = ofReference(layout, { main, cross }, standings, reference);
    if (found.length + own.length <= most) found.push(...own);
  }
  return found;
}

type Places = ReadonlyMap<string, number>;

function ofReference(
  layout: Layout,
  { main, cross }: { readonly main: Places; readonly cross: Places },
  standings: readonly Standing[],
  { dimension, member, label }: Reference,
): ReferenceSeries[] {
  const lines = new Map<string, { series: Omit<ReferenceSeries, 'of'>; rest: string; of: number[] }>();
  standings.forEach((standing, at) => {
    if (standing.entries.some((entry) => entry.dimension === dimension && entry.code === member)) return;
    const acrossFrom = moved(layout.crossTuples[standing.cross], dimension, member, cross);
    if (acrossFrom === undefined) return;
    const places = standing.places.map((place) =>
      place === undefined ? undefined : moved(layout.mainTuples[place], dimension, member, main),
    );
    const some = places.find((place) => place !== undefined);
    if (some === undefined) return;
    const entry = [...(layout.mainTuples[some] ?? []), ...(layout.crossTuples[acrossFrom] ?? [])].find(
      (each) => each.dimension === dimension && each.code === member,
    );
    if (!entry) return;
    const key = [acrossFrom, ...places].join();
    const line = lines.get(key);
    if (line) return void line.of.push(at);
    lines.set(key, {
      series: {
        label: label ?? entry.label,
        codes: [member],
        dimension,
        member,
        values: places.map((place): ChartValue =>
          place === undefined ? { kind: 'missing' } : layout.at(place, acrossFrom),
        ),
      },
      rest: standing.entries
        .filter((each) => each.dimension !== dimension)
        .map((each) => each.label)
        .join(', '),
      of: [at],
    });
  });
  return [...lines.values()].map(({ series, rest, of }) => ({
    ...series,
    label: lines.size > 1 && rest !== '' ? `${series.label}, ${rest}` : series.label,
    of,
  }));
}

/** Where the tuple stands in which a dimension is at another member; the tuple's own place where it lacks the dimension. */
function moved(
  tuple: Tuple | undefined,
  dimension: string,
  member: string,
  places: Places,
): number | undefined {
  if (!tuple) return undefined;
  return places.get(
    codesOf(tuple.map((entry) => (entry.dimension === dimension ? { ...entry, code: member } : entry))),
  );
}

function placesByCodes(tuples: readonly Tuple[]): Places {
  const places = new Map<string, number>();
  tuples.forEach((tuple, index) => {
    const codes = codesOf(tuple);
    if (!places.has(codes)) places.set(codes, index);
  });
  return places;
}

function codesOf(entries: Tuple): string {
  return entries.map((entry) => entry.code).join('\u0000');
}
