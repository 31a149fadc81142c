import { type CellSet, Declaration, Note, type Query } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { checkedBy } from '../request/json.ts';
import { readAxis } from './axis.ts';

/** Everything of an answer but its numbers. JSON has it beside the cells, Arrow in the schema's metadata. */
export type Head = Omit<CellSet, 'measures'>;

/** What was asked: an answer to something else is no answer. */
export interface Asked {
  readonly cube: string;
  readonly query: Query;
}

/**
 * Reads and checks the head of an answer.
 *
 * @throws DatakubeProtocolError when it breaks the contract or answers another question
 */
export function readHead(answer: unknown, { cube, query }: Asked): Head {
  const { axes, ...rest } = asRecord(answer);
  if (rest['cube'] !== cube) throw new DatakubeProtocolError('The answer is from another cube');
  if (typeof rest['release'] !== 'string' || typeof rest['synthetic'] !== 'boolean') {
    throw new DatakubeProtocolError('The answer does not say what release it is from');
  }
  const { rows, columns } = asRecord(axes);
  if (!Array.isArray(rest['notes'])) throw new DatakubeProtocolError('The answer lacks its notes');
  return {
    cube,
    release: rest['release'],
    rows: readAxis(rows, query.rows ?? []),
    columns: readAxis(columns, query.columns ?? []),
    notes: rest['notes'].map((note) => checkedBy(Note, note)),
    declaration: checkedBy(Declaration, rest['declaration']),
    synthetic: rest['synthetic'],
  };
}

/** The record, or an empty one: what is missing is then found missing by name. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
