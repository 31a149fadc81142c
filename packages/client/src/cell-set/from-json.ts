import { carriesNumber, type CellSet, type MeasureColumns, STATUSES, type Status } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { parseJson } from '../request/json.ts';
import { bitsOf, checkFlags } from './flags.ts';
import { asRecord, type Asked, readHead } from './head.ts';

const STATUS_INDEX: ReadonlyMap<unknown, number> = new Map(STATUSES.map((status, index) => [status, index]));
const CARRIES_NUMBER = STATUSES.map((status: Status) => carriesNumber(status));

/**
 * Decodes an answer that travelled as JSON.
 *
 * @throws DatakubeProtocolError when any cell of it could be misread
 */
export function cellSetFromJson(bytes: Uint8Array, asked: Asked): CellSet {
  const answer = parseJson(bytes);
  const head = readHead(answer, asked);
  const size = head.rows.length * head.columns.length;
  const cells = asRecord(asRecord(answer)['cells']);
  const measures = new Map<string, MeasureColumns>();
  for (const measure of asked.query.measures) {
    if (!Object.hasOwn(cells, measure))
      throw new DatakubeProtocolError(`The answer lacks the measure ${measure}`);
    measures.set(measure, readMeasure(asRecord(cells[measure]), size));
  }
  return { ...head, measures };
}

function readMeasure(cells: Readonly<Record<string, unknown>>, size: number): MeasureColumns {
  const { value: values, status: statuses, flags } = cells;
  if (
    !Array.isArray(values) ||
    !Array.isArray(statuses) ||
    values.length !== size ||
    statuses.length !== size
  ) {
    throw new DatakubeProtocolError('A measure does not have one cell for each row and column');
  }
  const value = new Float64Array(size);
  const status = new Uint8Array(size);
  for (let cell = 0; cell < size; cell++) {
    const index = STATUS_INDEX.get(statuses[cell]);
    if (index === undefined) throw new DatakubeProtocolError('A cell has an unknown status');
    const number: unknown = values[cell];
    if (CARRIES_NUMBER[index] ? !Number.isFinite(number) : number !== null) {
      throw new DatakubeProtocolError('A cell carries a number if and only if its status says so');
    }
    status[cell] = index;
    value[cell] = CARRIES_NUMBER[index] ? (number as number) : NaN;
  }
  return { value, status, ...(flags !== undefined && { flags: checkFlags(bitsOf(flags, size), value) }) };
}
