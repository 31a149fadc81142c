import { carriesNumber, STATUSES } from '@datakube/contract';
import type { ProtectedColumns } from '@datakube/disclosure';
import type { Answer, AnswerDimension } from './answer.ts';

/**
 * The answer as a JSON cell set. Written by hand, as tuples and statuses repeat the same few texts
 * thousands of times: each is made once.
 */
export function encodeJson(answer: Answer): string {
  const { table, meta } = answer;
  const cells = table.shape.measures.map(
    (id, measure) => `${JSON.stringify(id)}:${measureJson(table.columns(measure))}`,
  );
  return (
    `{"cube":${JSON.stringify(meta.cube)},"release":${JSON.stringify(meta.release)},` +
    `"axes":${axesJson(answer)},"cells":{${cells.join(',')}},"notes":${JSON.stringify(meta.notes)},` +
    `"declaration":${JSON.stringify(meta.declaration)},"synthetic":${meta.synthetic}}`
  );
}

/** Both axes as arrays of tuples. */
export function axesJson({ axes }: Answer): string {
  return `{"rows":${tuplesJson(axes.rows)},"columns":${tuplesJson(axes.columns)}}`;
}

function tuplesJson(axis: readonly AnswerDimension[]): string {
  let tuples = [''];
  for (const { entries } of axis) {
    const texts = entries.map((entry) => JSON.stringify(entry));
    tuples = tuples.flatMap((before) => texts.map((text) => (before === '' ? text : `${before},${text}`)));
  }
  return tuples.length > 0 ? `[[${tuples.join('],[')}]]` : '[]';
}

const STATUS_TEXTS = STATUSES.map((status) => JSON.stringify(status));
const NUMERIC = STATUSES.map(carriesNumber);

function measureJson({ value, status }: ProtectedColumns): string {
  const values: (number | null)[] = new Array(value.length);
  const statuses: string[] = new Array(status.length);
  for (let cell = 0; cell < value.length; cell++) {
    values[cell] = NUMERIC[status[cell]!] ? value[cell]! : null;
    statuses[cell] = STATUS_TEXTS[status[cell]!]!;
  }
  return `{"value":${JSON.stringify(values)},"status":[${statuses.join(',')}]}`;
}
