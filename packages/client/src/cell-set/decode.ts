import { type CellSet, CELL_SET_FORMATS } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { canCheckDigests } from '../request/digest.ts';
import type { RawAnswer } from '../request/read.ts';
import { cellSetFromArrow } from './from-arrow.ts';
import { cellSetFromJson } from './from-json.ts';
import type { Asked } from './head.ts';

/**
 * Decodes an answer by the type it says it has: the same `CellSet` whichever way it travelled. Arrow is read
 * only where its digest could be checked.
 *
 * @throws DatakubeProtocolError when any cell of it could be misread
 */
export function decodeAnswer({ type, bytes }: Omit<RawAnswer, 'digest'>, asked: Asked): CellSet {
  if (type === CELL_SET_FORMATS.arrow && canCheckDigests()) return cellSetFromArrow(bytes, asked);
  if (type === CELL_SET_FORMATS.json) return cellSetFromJson(bytes, asked);
  throw new DatakubeProtocolError(`The answer has the type ${type || 'nothing'}`);
}
