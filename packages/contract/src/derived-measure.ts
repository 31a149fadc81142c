import type { Measure } from './cube.ts';
import type { LocalisedText } from './localised-text.ts';
import { DERIVATIONS, type Derivation, referTo } from './measure-reference.ts';

const NAMES: Readonly<Record<Derivation, LocalisedText>> = {
  'row-share': { da: 'andel af rækken', en: 'share of row' },
  'column-share': { da: 'andel af kolonnen', en: 'share of column' },
  'total-share': { da: 'andel af alt', en: 'share of all' },
  change: { da: 'ændring fra perioden før', en: 'change from the period before' },
  growth: { da: 'ændring i procent', en: 'change in per cent' },
  index: { da: 'indeks', en: 'index' },
};

const PER_CENT: LocalisedText = { da: '%', en: '%' };

/** What can be shown of a measure. A rate has no shares: rates are not parts of a whole. */
export function derivationsOf(kind: Measure['kind']): readonly Derivation[] {
  return kind === 'rate' ? ['change', 'growth', 'index'] : DERIVATIONS;
}

/**
 * A measure with what is shown of it, described as a measure of its own: name, unit and decimals.
 *
 * @example
 * ```ts
 * derivedMeasure(persons, 'growth').name.da; // 'Borgere, ændring i procent'
 * ```
 */
export function derivedMeasure(measure: Measure, derivation: Derivation | null): Measure {
  if (derivation === null) return measure;
  const name = NAMES[derivation];
  const base = {
    ...measure,
    id: referTo(measure.id, derivation),
    name: { da: `${measure.name.da}, ${name.da}`, en: `${measure.name.en}, ${name.en}` },
    additiveOver: [],
  };
  switch (derivation) {
    case 'change':
      return base;
    case 'index':
      return { ...base, unit: { da: 'indeks', en: 'index' }, decimals: 1 };
    case 'row-share':
    case 'column-share':
    case 'total-share':
    case 'growth':
      return { ...base, unit: PER_CENT, decimals: 1 };
  }
}
