import type { Flag, Language, Status } from '@datakube/contract';

type Words = Readonly<Record<Language, string>>;

/** What stands in place of a number; the same as on screen. */
export const STATUS_MARKS: { readonly [status in Status]?: Words } = {
  suppressed: { da: '[skjult]', en: '[hidden]' },
  missing: { da: '[mangler]', en: '[missing]' },
  'not-applicable': { da: '[–]', en: '[–]' },
};

/** What a status means. */
export const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  published: { da: 'vist', en: 'shown' },
  suppressed: { da: 'skjult af hensyn til diskretion', en: 'hidden for disclosure reasons' },
  missing: { da: 'mangler', en: 'missing' },
  'not-applicable': { da: 'kan ikke forekomme', en: 'cannot occur' },
  rounded: { da: 'afrundet', en: 'rounded' },
  perturbed: { da: 'tilfældigt justeret', en: 'randomly adjusted' },
};

/** Letters behind a number or a name, and what they mean. */
export const FLAG_MARKS: Readonly<Record<Flag, Words>> = {
  break: { da: '[b]', en: '[b]' },
  provisional: { da: '[f]', en: '[p]' },
  unreliable: { da: '[u]', en: '[u]' },
};

export const FLAG_WORDS: Readonly<Record<Flag, Words>> = {
  break: { da: 'databrud', en: 'break in series' },
  provisional: { da: 'foreløbige tal', en: 'provisional numbers' },
  unreliable: { da: 'usikre tal', en: 'unreliable numbers' },
};
