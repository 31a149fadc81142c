import { fill } from '../../localisation/texts.ts';
import type { TableInfo } from '../table-info.ts';
import type { AnnotateTexts } from './annotate.texts.ts';
import { notAdditive, type Shown } from './not-additive.ts';

/** A unit is written where it is a sign or a denominator that the name does not tell. */
export function writtenUnit(unit: string, name: string): string {
  const [sign] = /%|\d[\d.,]*/.exec(unit) ?? [];
  return sign === undefined || name.includes(sign) ? '' : unit;
}

/** `Borgere: pr. 1.000`. Empty where the name of the measure tells it. */
export function unitRemark(info: TableInfo, id: string, texts: AnnotateTexts): string {
  const measure = info.measureName(id);
  const unit = writtenUnit(info.unit(id), measure);
  return unit && fill(texts.unit, { measure, unit });
}

/** `Borgere kan ikke lægges sammen på tværs af tid`. Empty where the numbers that show can be. */
export function additiveRemark(shown: Shown, info: TableInfo, id: string, texts: AnnotateTexts): string {
  const over = notAdditive(shown, info, id);
  if (!over) return '';
  const names = over.map((dimension) => lowerFirst(info.dimensionName(dimension)));
  const dimensions =
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${texts.and}${names.at(-1)!}`;
  const adds = (info.additiveOver(id) ?? []).length > 0;
  const measure = info.measureName(id);
  return fill(adds ? texts.notAdditiveOver : texts.notAdditiveLegend, { measure, dimensions });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
