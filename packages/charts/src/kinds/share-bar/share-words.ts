import type { Language } from '@datakube/contract';
import { shareOf, type ShareModel, type ShareRefusal } from '../../model/share-model.ts';
import { brokenMembersSentence } from '../../sentences/breaks.ts';
import { largestPart, withoutHidden } from '../../sentences/parts.ts';
import { sentence } from '../../sentences/sentence.ts';
import { spoken, written, type Writing } from '../../words.ts';

const REFUSALS: Readonly<Record<ShareRefusal, Readonly<Record<Language, string>>>> = {
  'no-whole': {
    da: 'Andele kan ikke vises: svaret har hverken andele eller en total, de kan måles mod.',
    en: 'Shares cannot be shown: the answer has neither shares nor a total to measure them by.',
  },
  'not-parts': {
    da: 'Andele kan ikke vises: delene kan ikke lægges sammen til helheden.',
    en: 'Shares cannot be shown: the parts do not add up to the whole.',
  },
  'other-measure': {
    da: 'Andele kan ikke vises af dette mål.',
    en: 'Shares cannot be shown of this measure.',
  },
};

/** Why no shares are drawn, in words. */
export function refusalText(refusal: ShareRefusal, language: Language): string {
  return REFUSALS[refusal][language];
}

/** Shares that were derived behind the gate are per cent with one decimal, whatever the measure is. */
export function shareWriting({ source }: ShareModel, writing: Writing): Writing {
  return source === 'released' ? { ...writing, decimals: 1, unit: '%' } : writing;
}

/** A share as it is read aloud: `51,2 %`, or the two numbers that are drawn: `640 af 1.200 borgere`. */
export function spokenShare(
  model: ShareModel,
  at: { readonly category: number; readonly series: number },
  writing: Writing,
): string {
  const value = model.series[at.series]?.values[at.category] ?? { kind: 'missing' };
  const whole = model.whole?.values[at.category];
  const own = shareWriting(model, writing);
  if (model.source === 'released' || value.kind !== 'shown' || whole?.kind !== 'shown') {
    return spoken(value, own);
  }
  const of = writing.language === 'da' ? 'af' : 'of';
  return spoken({ ...value }, { ...own, unit: `${of} ${written(whole, own)} ${own.unit}`.trim() });
}

/**
 * The largest share that is shown.
 *
 * @example
 * `Største viste andel er Hjørring, kvinder (53,3 %).`
 */
export function describeShares(model: ShareModel, writing: Writing): string {
  const { language } = writing;
  if (model.refusal) return refusalText(model.refusal, language);
  const largest = largestPart(model, (category, part) => shareOf(model, category, part));
  const words =
    largest &&
    spokenShare(model, { category: largest.category, series: largest.part }, { ...writing, unit: '' });
  const named = largest ? `${largest.name} (${words ?? ''})` : '';
  const claim = language === 'da' ? `Største viste andel er ${named}` : `The largest share shown is ${named}`;
  return sentence(
    model,
    writing,
    largest ? claim : '',
    withoutHidden(model, writing),
    brokenMembersSentence(model, language),
  );
}
