import * as z from 'zod/mini';
import { IsoDate } from './dates.ts';
import { LocalisedText } from './localised-text.ts';

/** Where data come from, who delivers them and how fresh they are. */
export const Source = z.strictObject({
  name: LocalisedText,
  deliveredBy: LocalisedText,
  latest: IsoDate,
  frequency: LocalisedText,
});
export type Source = z.infer<typeof Source>;

/**
 * A caveat a reader must know before using the numbers. The mark is shown in square brackets, with the letter of
 * the language: `b` break in series, `f` provisional (`[p]` in English), `n` does not add up.
 */
export const Caveat = z.strictObject({
  mark: z.optional(z.enum(['b', 'f', 'n'])),
  concerns: LocalisedText,
  text: LocalisedText,
});
export type Caveat = z.infer<typeof Caveat>;

/** The declaration of a cube: the same eight headings for every cube. Nothing is shown or exported without it. */
export const Declaration = z.strictObject({
  version: z.int().check(z.positive()),
  summary: LocalisedText,
  content: z.strictObject({ unit: LocalisedText, period: LocalisedText, codeSystems: LocalisedText }),
  sources: z.array(Source).check(z.minLength(1)),
  coverage: LocalisedText,
  caveats: z.array(Caveat),
  method: LocalisedText,
  disclosure: LocalisedText,
  access: z.strictObject({
    legalBasis: LocalisedText,
    controller: LocalisedText,
    access: LocalisedText,
    contact: LocalisedText,
  }),
  changes: z.array(z.strictObject({ date: IsoDate, text: LocalisedText })),
});
export type Declaration = z.infer<typeof Declaration>;
