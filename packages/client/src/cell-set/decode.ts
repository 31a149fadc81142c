import { type CellSet, FORMATS } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import type { RawAnswer } from '../request/read.ts';
import { cellSetFromArrow } from './from-arrow.ts';
import { cellSetFromJson } from './from-json.ts';
import type { Asked } from './head.ts';

/** Decodes an answer by the type it says it has: the same `CellSet` whichever way it travelled. */
export function decodeAnswer({ type, bytes }: RawAnswer, asked: Asked): CellSet {
  if (type === FORMATS.arrow) return cellSetFromArrow(bytes, asked);
  if (type === FORMATS.json) return cellSetFromJson(bytes, asked);
  throw new DatakubeProtocolError(`The answer has the type ${type || 'nothing'}`);
}
