import { carriesNumber, STATUSES } from '@datakube/contract';
import type { ProtectedColumns } from '@datakube/disclosure';
import { type ByteWriter, utf8 } from './byte-writer.ts';
import { LONGEST_NUMBER, writeNumber } from './number-bytes.ts';

const COMMA = 44;
const NULL = utf8('null');
const NUMERIC = STATUSES.map(carriesNumber);
const STATUS_TEXTS = STATUSES.map((status) => utf8(`"${status}"`));
const LONGEST_STATUS = Math.max(...STATUS_TEXTS.map(({ length }) => length));
const FOURS: (Uint8Array | undefined)[] = new Array(STATUSES.length ** 4);

/** What a number and its status take at most, each with a comma. */
export const MOST_BYTES = LONGEST_NUMBER + 1 + LONGEST_STATUS + 1;

/** The numbers of a measure with commas between, `null` where there is none. */
export function writeValues(writer: ByteWriter, { value, status }: ProtectedColumns): void {
  writer.fill(value.length * (LONGEST_NUMBER + 1), (bytes, from) => {
    let at = from;
    for (let cell = 0; cell < value.length; cell++) {
      if (cell > 0) bytes[at++] = COMMA;
      at = NUMERIC[status[cell]!] ? writeNumber(bytes, at, value[cell]!) : writePiece(bytes, at, NULL);
    }
    return at;
  });
}

/** The statuses of a measure with commas between. */
export function writeStatuses(writer: ByteWriter, { status }: ProtectedColumns): void {
  const inFours = status.length - (status.length % 4);
  writer.fill(status.length * (LONGEST_STATUS + 1), (bytes, from) => {
    let at = from;
    for (let cell = 0; cell < inFours; cell += 4) {
      const four = fourStatuses(status[cell]!, status[cell + 1]!, status[cell + 2]!, status[cell + 3]!);
      bytes.set(four, at);
      at += four.length;
    }
    for (let cell = inFours; cell < status.length; cell++) {
      at = writePiece(bytes, at, STATUS_TEXTS[status[cell]!]!);
      bytes[at++] = COMMA;
    }
    return Math.max(from, at - 1);
  });
}

/** Four statuses, each with a comma: made when they are first met together. */
function fourStatuses(a: number, b: number, c: number, d: number): Uint8Array {
  const key = ((a * STATUSES.length + b) * STATUSES.length + c) * STATUSES.length + d;
  return (FOURS[key] ??= utf8([a, b, c, d].map((each) => `"${STATUSES[each]!}",`).join('')));
}

/** For pieces so short that `set` would take longer. */
function writePiece(bytes: Uint8Array, at: number, piece: Uint8Array): number {
  for (let index = 0; index < piece.length; index++) bytes[at + index] = piece[index]!;
  return at + piece.length;
}
