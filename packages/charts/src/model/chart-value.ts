import { carriesNumber, type Flag, FLAGS, STATUSES, type MeasureColumns } from '@datakube/contract';

/** A cell as a chart sees it. Only what is shown has a number; a hidden value has nothing but its being hidden. */
export type ChartValue =
  | {
      readonly kind: 'shown';
      readonly value: number;
      /** What holds for this number, itself or its members: break, provisional, unreliable. Left out where nothing does. */
      readonly flags?: readonly Flag[];
    }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-applicable' };

const hidden: ChartValue = { kind: 'hidden' };
const missing: ChartValue = { kind: 'missing' };
const notApplicable: ChartValue = { kind: 'not-applicable' };

/** The cell at an index. The status decides; the number is read only where the status says there is one. */
export function chartValue(cells: MeasureColumns, index: number): ChartValue {
  const status = STATUSES[cells.status[index] ?? -1];
  if (status === undefined) return missing;
  if (carriesNumber(status)) {
    const value = cells.value[index] ?? Number.NaN;
    const bits = cells.flags?.[index] ?? 0;
    return bits === 0 ? { kind: 'shown', value } : { kind: 'shown', value, flags: flagsOf(bits) };
  }
  switch (status) {
    case 'suppressed':
      return hidden;
    case 'not-applicable':
      return notApplicable;
    default:
      return missing;
  }
}

function flagsOf(bits: number): Flag[] {
  return FLAGS.filter((_flag, bit) => ((bits >> bit) & 1) === 1);
}

/** The numbers among values, in their order. */
export function shownNumbers(values: Iterable<ChartValue>): number[] {
  const numbers: number[] = [];
  for (const value of values) if (value.kind === 'shown') numbers.push(value.value);
  return numbers;
}
