import type { Language } from '@datakube/contract';

/** The language of labels and titles: the one `Accept-Language` likes best, Danish if it does not say. */
export function chooseLanguage(header: string | undefined): Language {
  let best: Language = 'da';
  let most = 0;
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const [tag = '', weight] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    const quality = weight === undefined ? 1 : Number(weight) || 0;
    const language = tag.split('-')[0];
    if ((language === 'da' || language === 'en') && quality > most) {
      best = language;
      most = quality;
    }
  }
  return best;
}
