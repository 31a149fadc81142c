import { type CodeListName, leavesOf } from '../code-lists.ts';
import { type Alias, makeAlias } from '../random/alias.ts';
import { BANDS } from '../rates/case-mix.ts';

/**
 * Weights by code as an alias over the code list. Codes that are not mentioned are never drawn.
 *
 * @throws RangeError when a weight is given for a code that the list does not have
 */
export function aliasOfCodes(list: CodeListName, weights: Readonly<Record<string, number>>): Alias {
  const codes = leavesOf(list).map((member) => member.code);
  for (const code of Object.keys(weights)) {
    if (!codes.includes(code)) throw new RangeError(`The code list ${list} has no code ${code}`);
  }
  return makeAlias(codes.map((code) => weights[code] ?? 0));
}

/** One alias for each age band. */
export function aliasesByBand(
  list: CodeListName,
  weightAt: (code: string, band: number) => number,
): readonly Alias[] {
  const codes = leavesOf(list).map((member) => member.code);
  return BANDS.map((_, band) => makeAlias(codes.map((code) => weightAt(code, band))));
}
