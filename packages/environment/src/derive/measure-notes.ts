import type { LocalisedText, Note } from '@datakube/contract';
import type { DimensionModel } from '../cubes/cube-model.ts';
import type { AskedMeasure } from '../plan/resolve-measures.ts';
import type { Axes } from './frame.ts';

/**
 * What a reader must know of measures of which one and the same can be counted in several places: their parts do
 * not give the whole, and shares of it give more than 100 % together.
 */
export function measureNotes(measures: readonly AskedMeasure[], { rows, columns }: Axes): Note[] {
  return measures.flatMap(({ reference, measure, derivation }): Note[] => {
    const overlapping = (axes: Axes['rows']): DimensionModel['definition'][] =>
      axes.flatMap(({ dimension, positions }) =>
        positions.length > 1 && overlaps(measure, dimension) ? dimension.definition : [],
      );
    const whole = [...rows, ...columns];
    switch (derivation) {
      case null:
        return overlapping(whole).map(({ id, name }) => ({
          code: 'parts-overlap',
          text: partsOverlap(measure.name, name),
          about: { measure: reference, dimension: id },
        }));
      case 'row-share':
      case 'column-share':
      case 'total-share': {
        const axis = derivation === 'row-share' ? columns : derivation === 'column-share' ? rows : whole;
        return overlapping(axis.filter(({ total }) => total !== null)).map(({ id, name }) => ({
          code: 'shares-overlap',
          text: sharesOverlap(name),
          about: { measure: reference, dimension: id },
        }));
      }
      case 'change':
      case 'growth':
      case 'index':
        return [];
    }
  });
}

/** Can one and the same be counted at several members? */
function overlaps(measure: AskedMeasure['measure'], { definition }: DimensionModel): boolean {
  if (measure.kind === 'rate') return false;
  return definition.source.multiple === true || !measure.additiveOver.includes(definition.id);
}

function partsOverlap(measure: LocalisedText, over: LocalisedText): LocalisedText {
  return {
    da: `${measure.da} kan ikke lægges sammen over ${inSentence(over.da)}: den samme borger kan tælle med flere steder.`,
    en: `${measure.en} cannot be added up over ${inSentence(over.en)}: the same citizen can count in several places.`,
  };
}

function sharesOverlap(over: LocalisedText): LocalisedText {
  return {
    da: `Andelene kan give mere end 100\u00a0% tilsammen, for den samme borger kan tælle med flere steder i ${inSentence(over.da)}.`,
    en: `The shares can give more than 100% together, as the same citizen can count in several places in ${inSentence(over.en)}.`,
  };
}

function inSentence(name: string): string {
  return name.toLowerCase();
}
