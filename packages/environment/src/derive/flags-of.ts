import { FLAGS } from '@datakube/contract';
import type { Compared, ProtectedTable } from '@datakube/disclosure';
import type { AskedMeasure } from '../plan/resolve-measures.ts';

/** Bits of the flags of each cell, in the order of {@link FLAGS}, for each measure that has any. */
export type CellFlags = ReadonlyMap<string, Uint8Array>;

const UNRELIABLE = 1 << FLAGS.indexOf('unreliable');

/**
 * The cells of rates that rest on few: their numerator is shown, and below what the owner of the cube has set.
 * What is made from a rate is unreliable with it. A cell without a number has no flag.
 *
 * @param answer the cells that are shown, and the numerators
 * @param compared the cells they are compared with, and the numerators, per derivation
 */
export function flagsOf(
  measures: readonly AskedMeasure[],
  answer: ProtectedTable,
  compared: ReadonlyMap<string, Compared>,
): CellFlags {
  const flags = new Map<string, Uint8Array>();
  for (const { reference, measure, derivation } of measures) {
    if (measure.kind !== 'rate' || measure.unreliableBelow === undefined) continue;
    const { numerator, unreliableBelow } = measure;
    const shown = answer.shape.measures.indexOf(reference);
    const few = fewIn(answer, numerator, unreliableBelow);
    const other = derivation === null ? undefined : compared.get(derivation);
    const fewThere = other && fewIn(other.table, numerator, unreliableBelow);
    const bits = new Uint8Array(answer.cells);
    for (let cell = 0; cell < answer.cells; cell++) {
      if (answer.value(shown, cell) === null) continue;
      if (few(cell) || fewThere?.(other!.with[cell]!)) bits[cell] = UNRELIABLE;
    }
    if (bits.some((bit) => bit !== 0)) flags.set(reference, bits);
  }
  return flags;
}

/** Is the numerator of a rate that is shown, and so is shown itself, below so many? */
function fewIn(table: ProtectedTable, numerator: string, below: number): (cell: number) => boolean {
  const { value } = table.columns(table.shape.measures.indexOf(numerator));
  return (cell) => value[cell]! < below;
}
