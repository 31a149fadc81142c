import type { Dimension, Language, LocalisedText, Measure } from '@datakube/contract';
import type { AxisDimension } from '../pivot/axis.ts';

/** What a table needs to know of a measure to head and write it. A cube's own measures fit. */
export type MeasureInfo = Pick<Measure, 'id' | 'name'> &
  Partial<Pick<Measure, 'decimals' | 'unit' | 'kind' | 'additiveOver'>>;

/** What a table needs to know of a dimension to head its rows. A cube's own dimensions fit. */
export interface DimensionInfo extends Pick<Dimension, 'id' | 'name'>, Partial<Pick<Dimension, 'kind'>> {
  readonly levels: readonly { readonly id: string; readonly name: LocalisedText }[];
}

/** Names of measures, dimensions and levels in one language; the identifier where nobody gave a name. */
export class TableInfo {
  readonly #language: Language;
  readonly #measures: ReadonlyMap<string, MeasureInfo>;
  readonly #dimensions: ReadonlyMap<string, DimensionInfo>;
  readonly #decimals: Readonly<Record<string, number>>;

  /** @param decimals of measures, where they are not those of the measure itself */
  constructor(
    language: Language,
    measures: readonly MeasureInfo[],
    dimensions: readonly DimensionInfo[],
    decimals: Readonly<Record<string, number>>,
  ) {
    this.#decimals = decimals;
    this.#language = language;
    this.#measures = new Map(measures.map((measure) => [measure.id, measure]));
    this.#dimensions = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  }

  measureName(id: string): string {
    return this.#measures.get(id)?.name[this.#language] ?? id;
  }

  /** True for a dimension of time; by its name where nobody told. */
  isTime(dimension: string): boolean {
    return (this.#dimensions.get(dimension)?.kind ?? dimension) === 'time';
  }

  decimals(id: string): number {
    return this.#decimals[id] ?? this.#measures.get(id)?.decimals ?? 0;
  }

  /** True where any of the measures is known by more than its name. */
  describes(measures: readonly string[]): boolean {
    return measures.some((id) => this.#measures.has(id));
  }

  /** Dimensions over which the parts of a measure add up to the whole; undefined where nobody told. */
  additiveOver(id: string): readonly string[] | undefined {
    return this.#measures.get(id)?.additiveOver;
  }

  /** True for numbers that are a change, and carry their sign: +3,2. */
  isChange(id: string): boolean {
    return /\.(change|growth)$/.test(id);
  }

  unit(id: string): string {
    return this.#measures.get(id)?.unit?.[this.#language] ?? '';
  }

  dimensionName(id: string): string {
    return this.#dimensions.get(id)?.name[this.#language] ?? id;
  }

  /** What heads a column of row headers: the levels in it, `Region › kommune`. */
  levelNames({ dimension, levels }: AxisDimension): string {
    const known = this.#dimensions.get(dimension)?.levels ?? [];
    const names = levels.map((level) => known.find(({ id }) => id === level)?.name[this.#language]);
    if (names.length === 0 || names.includes(undefined)) return this.dimensionName(dimension);
    return names.map((name, i) => (i === 0 ? name! : lowerFirst(name!, this.#language))).join(' › ');
  }
}

function lowerFirst(text: string, language: Language): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}
