import * as z from 'zod/mini';

/** A text in the two languages every part of Datakube speaks. Danish first. */
export const LocalisedText = z.strictObject({
  da: z.string().check(z.minLength(1), z.maxLength(4000)),
  en: z.string().check(z.minLength(1), z.maxLength(4000)),
});
export type LocalisedText = z.infer<typeof LocalisedText>;

/** The languages of the user interface. */
export const Language = z.enum(['da', 'en']);
export type Language = z.infer<typeof Language>;
