import * as z from 'zod/mini';
import { Identifier } from './identifiers.ts';

/**
 * What can be shown of a measure instead of its own number. Each is made behind the gate from cells that are
 * published, and hidden as soon as one of them is hidden.
 *
 * - `row-share`, `column-share`, `total-share`: per cent of the total of the row, of the column, of the table;
 * - `change`, `growth`: from the period before, as a number and in per cent of it;
 * - `index`: the first period shown is 100.
 */
export const DERIVATIONS = ['row-share', 'column-share', 'total-share', 'change', 'growth', 'index'] as const;
export type Derivation = (typeof DERIVATIONS)[number];

/**
 * A measure of a cube as a query asks for it: its identifier, or that and what is shown of it, e.g. `persons`
 * or `persons.row-share`. It is also the name under which the cells come back.
 */
export const MeasureReference = z
  .string()
  .check(
    z.regex(new RegExp(`^(?=[^.]{1,64}(\\.|$))[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.(${DERIVATIONS.join('|')}))?$`)),
    z.maxLength(80),
  );
export type MeasureReference = z.infer<typeof MeasureReference>;

/** The measure a reference names, and what is shown of it; null for the number itself. */
export function readReference(reference: MeasureReference): {
  readonly measure: Identifier;
  readonly derivation: Derivation | null;
} {
  const [measure = '', derivation] = reference.split('.');
  return { measure, derivation: (derivation as Derivation | undefined) ?? null };
}

/**
 * Writes a reference.
 *
 * @example
 * ```ts
 * referTo('persons', 'growth'); // 'persons.growth'
 * referTo('persons', null); // 'persons'
 * ```
 */
export function referTo(measure: Identifier, derivation: Derivation | null): MeasureReference {
  return derivation === null ? measure : `${measure}.${derivation}`;
}
