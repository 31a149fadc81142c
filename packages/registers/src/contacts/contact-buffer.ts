import { MONTHS_IN_YEAR } from '../calendar.ts';

/**
 * The contacts of one person in one year, each packed into one integer, put in order of month before
 * they are written. A bit pattern rather than an object: there are tens of millions of them.
 */
export interface ContactBuffer {
  count: number;
  readonly packed: Int32Array;
  readonly month: Uint8Array;
  readonly sorted: Int32Array;
  readonly sortedMonth: Uint8Array;
  readonly starts: Int32Array;
}

/** Counts are drawn with bounded means, which end below 600 each: this is never filled. */
const CAPACITY = 8192;

export function makeContactBuffer(): ContactBuffer {
  return {
    count: 0,
    packed: new Int32Array(CAPACITY),
    month: new Uint8Array(CAPACITY),
    sorted: new Int32Array(CAPACITY),
    sortedMonth: new Uint8Array(CAPACITY),
    starts: new Int32Array(MONTHS_IN_YEAR + 1),
  };
}

/** Sector, contact type and three further codes, whose meaning depends on the sector. */
export function packContact(sector: number, type: number, first: number, second = 0, third = 0): number {
  return sector | (type << 2) | (first << 6) | (second << 15) | (third << 20);
}
export const sectorOf = (packed: number): number => packed & 3;
export const typeOf = (packed: number): number => (packed >>> 2) & 15;
export const firstOf = (packed: number): number => (packed >>> 6) & 511;
export const secondOf = (packed: number): number => (packed >>> 15) & 31;
export const thirdOf = (packed: number): number => (packed >>> 20) & 31;

export function addContact(buffer: ContactBuffer, month: number, packed: number): void {
  buffer.packed[buffer.count] = packed;
  buffer.month[buffer.count] = month;
  buffer.count += 1;
}

/** Fills `sorted` and `sortedMonth`: by month, within a month in the order in which they were added. */
export function sortContacts(buffer: ContactBuffer): void {
  const { count, packed, month, sorted, sortedMonth, starts } = buffer;
  starts.fill(0);
  for (let i = 0; i < count; i++) starts[month[i]! + 1]! += 1;
  for (let m = 1; m < MONTHS_IN_YEAR; m++) starts[m]! += starts[m - 1]!;
  for (let i = 0; i < count; i++) {
    const place = starts[month[i]!]!;
    starts[month[i]!] = place + 1;
    sorted[place] = packed[i]!;
    sortedMonth[place] = month[i]!;
  }
}
