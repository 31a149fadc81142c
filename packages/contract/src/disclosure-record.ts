import * as z from 'zod/mini';
import { STATUSES } from './cell-set.ts';
import { IsoDateTime } from './dates.ts';
import { Identifier } from './identifiers.ts';
import { PublicPolicy } from './public-policy.ts';
import { Way } from './way.ts';

/**
 * What a machine reads of how the numbers of an answer were protected. Every format carries it, and it holds
 * nothing that does not follow from the answer, the query and what everybody may know of the cube: not how many
 * cells are primary, no number from the search.
 */
export const DisclosureRecord = z.strictObject({
  /** Form of the record. Another one comes with another meaning, not with another field. */
  version: z.literal(1),
  cube: Identifier,
  release: z.strictObject({ id: z.string(), published: IsoDateTime }),
  /** Method, threshold, and what is done to zeros or added as noise; of a table with noise outside the release, that noise. */
  policy: PublicPolicy,
  /** The checks that the release, or the table outside it, had to pass before it was stored, in words. */
  gates: z.array(z.string()),
  /** Cut from the release itself, or from a table outside it: exact (`extend`) or with noise (`perturb`). */
  way: z.union([z.literal('released'), Way]),
  /** Cells of the answer by status, over all measures; those there are. */
  cells: z.partialRecord(z.enum(STATUSES), z.int()),
  query: z.strictObject({
    /** The query in its canonical form; left out in a header, which has little room. */
    canonical: z.optional(z.string()),
    /** SHA-256 of that in hexadecimal: the same name that the audit log has for it. */
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  /** What made the file. */
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  /** Time of the export. Files have it; answers that are decoded to cells do not, so that the same question has the same bytes. */
  exported: z.optional(IsoDateTime),
  /** True when the numbers are made up. */
  synthetic: z.boolean(),
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;
