import { type AxisEntry, type Flag, FLAGS, type Tuple, type TupleEntry } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';

/**
 * Reads the tuples of an axis. By hand rather than by schema: an axis may have thousands of them.
 *
 * @throws DatakubeProtocolError when a tuple does not name the asked dimensions in order, or stands there twice
 */
export function readAxis(value: unknown, asked: readonly AxisEntry[]): Tuple[] {
  if (!Array.isArray(value)) throw new DatakubeProtocolError('The answer lacks an axis');
  const seen = new Set<string>();
  for (const tuple of value as unknown[]) {
    if (!isTuple(tuple, asked))
      throw new DatakubeProtocolError('An axis does not have the dimensions that were asked for');
    // A separator that no code can hold.
    seen.add(tuple.map((entry) => `${entry.kind}\n${entry.code}`).join('\n'));
  }
  if (seen.size !== value.length) throw new DatakubeProtocolError('An axis names the same position twice');
  if (asked.length === 0 && value.length !== 1)
    throw new DatakubeProtocolError('An axis without dimensions has one position');
  return value as Tuple[];
}

function isTuple(value: unknown, asked: readonly AxisEntry[]): value is Tuple {
  return (
    Array.isArray(value) &&
    value.length === asked.length &&
    asked.every(({ dimension }, position) => isEntry(value[position], dimension))
  );
}

function isEntry(value: unknown, dimension: string): value is TupleEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof TupleEntry, unknown>>;
  return (
    entry.dimension === dimension &&
    typeof entry.level === 'string' &&
    typeof entry.code === 'string' &&
    typeof entry.label === 'string' &&
    isFlags(entry.flags) &&
    (entry.kind === 'member' || (entry.kind === 'total' && entry.code === 'total' && entry.level === 'total'))
  );
}

function isFlags(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((flag) => FLAGS.includes(flag as Flag)));
}
