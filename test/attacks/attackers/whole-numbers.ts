/** What is known of unknown whole numbers: bounds of each, and sums that hold. All bounds are finite. */
export interface WholeNumbers {
  readonly low: number[];
  readonly high: number[];
  readonly sums: readonly BoundedSum[];
}

/** low ≤ Σ factor × unknown ≤ high, factors 1 or −1. */
export interface BoundedSum {
  readonly unknowns: readonly number[];
  readonly factors: readonly (1 | -1)[];
  readonly low: number;
  readonly high: number;
}

/** Sums looked at before a narrowing is given up: it could otherwise creep upwards one by one. */
const PATIENCE = 20_000;

/**
 * Narrows bounds by one sum after the other until nothing changes, and tries the ends of a range: an end that
 * leads to a contradiction is none. Without the linear programs and eliminations of the engine.
 */
export class Narrowing {
  readonly #low: number[];
  readonly #high: number[];
  readonly #sums: readonly BoundedSum[];
  readonly #sumsOf: number[][];
  /** Bounds before they were narrowed, while something is assumed. */
  #trail: [unknown: number, low: number, high: number][] | undefined;

  constructor({ low, high, sums }: WholeNumbers) {
    this.#low = low;
    this.#high = high;
    this.#sums = sums;
    this.#sumsOf = low.map(() => []);
    sums.forEach(({ unknowns }, sum) => {
      for (const unknown of unknowns) this.#sumsOf[unknown]!.push(sum);
    });
  }

  /** @returns false at a contradiction */
  everything(): boolean {
    return this.#narrow(this.#sums.keys());
  }

  /** Takes something for granted, calls back with whether that is possible, and takes it back. */
  assuming<Result>(unknown: number, value: number, then: (possible: boolean) => Result): Result {
    const outer = this.#trail;
    const trail: NonNullable<typeof outer> = [];
    this.#trail = trail;
    this.#set(unknown, value, value);
    const result = then(this.#narrow(this.#sumsOf[unknown]!));
    for (const [each, low, high] of trail.reverse()) {
      this.#low[each] = low;
      this.#high[each] = high;
    }
    this.#trail = outer;
    return result;
  }

  /** Tries the ends of a range, at most `tries` on each side. What it finds stands. */
  shave(unknown: number, tries: number): void {
    const [low, high] = [this.#low, this.#high];
    const isImpossible = (value: number): boolean => this.assuming(unknown, value, (possible) => !possible);
    for (let at = 0; at < tries && low[unknown]! < high[unknown]! && isImpossible(low[unknown]!); at++) {
      this.#set(unknown, low[unknown]! + 1, high[unknown]!);
      this.#narrow(this.#sumsOf[unknown]!);
    }
    for (let at = 0; at < tries && low[unknown]! < high[unknown]! && isImpossible(high[unknown]!); at++) {
      this.#set(unknown, low[unknown]!, high[unknown]! - 1);
      this.#narrow(this.#sumsOf[unknown]!);
    }
  }

  #set(unknown: number, low: number, high: number): void {
    this.#trail?.push([unknown, this.#low[unknown]!, this.#high[unknown]!]);
    this.#low[unknown] = low;
    this.#high[unknown] = high;
  }

  #narrow(sums: Iterable<number>): boolean {
    const waiting = new Set(sums);
    let looked = 0;
    for (const sum of waiting) {
      waiting.delete(sum);
      if (looked++ > PATIENCE) return true;
      const { unknowns, factors, low, high } = this.#sums[sum]!;
      let from = 0;
      let to = 0;
      unknowns.forEach((unknown, at) => {
        from += factors[at]! > 0 ? this.#low[unknown]! : -this.#high[unknown]!;
        to += factors[at]! > 0 ? this.#high[unknown]! : -this.#low[unknown]!;
      });
      if (from > high || to < low) return false;
      for (const [at, unknown] of unknowns.entries()) {
        const [least, most] = [this.#low[unknown]!, this.#high[unknown]!];
        const [own, others] = factors[at]! > 0 ? [least, most] : [-most, -least];
        // What the others leave over for this one.
        const [a, b] = [low - (to - others), high - (from - own)];
        const newLow = Math.max(least, factors[at]! > 0 ? a : -b);
        const newHigh = Math.min(most, factors[at]! > 0 ? b : -a);
        if (newLow > newHigh) return false;
        if (newLow === least && newHigh === most) continue;
        this.#set(unknown, newLow, newHigh);
        from += factors[at]! > 0 ? newLow - least : most - newHigh;
        to -= factors[at]! > 0 ? most - newHigh : newLow - least;
        for (const other of this.#sumsOf[unknown]!) waiting.add(other);
      }
    }
    return true;
  }
}
