import * as z from 'zod/mini';

// Written out: what `z.iso` brings into every bundle weighs several times as much.
const LEAP_YEAR = String.raw`\d\d(?:[2468][048]|[13579][26]|0[48])|(?:[02468][048]|[13579][26])00`;
const DAY =
  String.raw`(?:(?:${LEAP_YEAR})-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])` +
  String.raw`|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))`;

/** A day: `2025-12-31`. */
export const IsoDate = z.string().check(z.regex(new RegExp(`^${DAY}$`)));

/** A point in time, in UTC: `2026-01-31T12:00:00Z`. */
export const IsoDateTime = z
  .string()
  .check(z.regex(new RegExp(String.raw`^${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$`)));
