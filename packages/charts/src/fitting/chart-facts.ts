import { readReference, type DimensionKind, type Measure } from '@datakube/contract';

/**
 * What the definition of a cube says of what a chart is drawn from, as plain data. What is left out is not known:
 * a chart is then judged by its shape alone.
 */
export interface ChartFacts {
  /** The measure that is drawn. Default: the first of the cell set. */
  readonly measure?: string;
  /** How the measure comes about; of `persons.growth` how `persons` does. */
  readonly kind?: Measure['kind'];
  /** Dimensions over which the parts of the measure add up to the whole; of `persons.growth` those of `persons`. */
  readonly additiveOver?: readonly string[];
  /** What each dimension is. One that is called `time` is time. */
  readonly dimensions?: Readonly<Record<string, DimensionKind>>;
  /** True where the page has given borders for a map. Default false. */
  readonly geometry?: boolean;
}

/** What a number tells of: how many, how many of a whole, or how much has changed. */
export type Quantity = 'count' | 'ratio' | 'change' | 'unknown';

/**
 * What the numbers tell of. A share is one of a whole, except where the whole is that of all places: it then says
 * where most are, as a count does.
 */
export function quantityOf({ kind, measure = '' }: ChartFacts, places: 'rows' | 'columns' | null): Quantity {
  const { derivation } = readReference(measure);
  switch (derivation) {
    case null:
      if (kind === undefined) return 'unknown';
      return kind === 'rate' ? 'ratio' : 'count';
    case 'row-share':
      return places === 'columns' ? 'count' : 'ratio';
    case 'column-share':
      return places === 'rows' ? 'count' : 'ratio';
    case 'total-share':
      return 'count';
    case 'change':
      return 'change';
    case 'growth':
    case 'index':
      return 'ratio';
  }
}

/** Why numbers are never parts of a whole, whatever they are split by; null where that depends on the dimension. */
export function neverParts({ kind, measure = '' }: ChartFacts): 'ratio' | 'change' | null {
  const { derivation } = readReference(measure);
  switch (derivation) {
    case 'change':
    case 'growth':
      return 'change';
    case 'index':
      return 'ratio';
    default:
      return kind === 'rate' ? 'ratio' : null;
  }
}

/** What a dimension is; null where nobody has said so. */
export function kindOf({ dimensions }: ChartFacts, dimension: string): DimensionKind | null {
  return dimensions?.[dimension] ?? (dimension === 'time' ? 'time' : null);
}
