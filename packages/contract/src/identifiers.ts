import * as z from 'zod/mini';

/** Names of cubes, dimensions, levels and measures: kebab-case, at most 64 characters. */
export const Identifier = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), z.maxLength(64));
export type Identifier = z.infer<typeof Identifier>;

/** The code of a member in its code list, e.g. `0101`, `K`, `2024-Q1`. */
export const MemberCode = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}+._-]*$/u), z.maxLength(32));
export type MemberCode = z.infer<typeof MemberCode>;
