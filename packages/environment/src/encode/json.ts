import { FLAGS } from '@datakube/contract';
import type { Answer, AnswerDimension } from './answer.ts';
import { createByteWriter } from './byte-writer.ts';
import { MOST_BYTES, writeStatuses, writeValues } from './json-cells.ts';

/**
 * The answer as a JSON cell set. Written by hand, straight as bytes, as tuples and statuses repeat the same few
 * texts thousands of times: each is made once.
 */
export function encodeJson(answer: Answer): Uint8Array<ArrayBuffer> {
  const { table, flags, meta } = answer;
  const writer = createByteWriter(table.cells * table.shape.measures.length * MOST_BYTES);
  writer.text(`{"cube":${jsonOf(meta.cube)},"release":${jsonOf(meta.release)},"axes":`);
  writer.text(`${axesJson(answer)},"cells":{`);
  table.shape.measures.forEach((id, measure) => {
    const columns = table.columns(measure);
    writer.text(`${measure > 0 ? ',' : ''}${jsonOf(id)}:{"value":[`);
    writeValues(writer, columns);
    writer.text('],"status":[');
    writeStatuses(writer, columns);
    writer.text(`]${flagsJson(flags.get(id))}}`);
  });
  writer.text(`},"notes":${jsonOf(meta.notes)},"declaration":${jsonOf(meta.declaration)},`);
  writer.text(`"synthetic":${meta.synthetic},"disclosure":${jsonOf(meta.disclosure)}}`);
  return writer.done();
}

/** Both axes as arrays of tuples. */
export function axesJson({ axes }: Answer): string {
  return `{"rows":${tuplesJson(axes.rows)},"columns":${tuplesJson(axes.columns)}}`;
}

/**
 * JSON as a string of one byte a character, other characters escaped. A single dash would otherwise make
 * the whole answer two bytes a character, and several times slower to write as UTF-8.
 */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[\u0100-\uffff]/.test(json)) return json;
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const ascii = json.replaceAll(/[\u0080-\uffff]/g, escape);
  // The engine keeps two bytes a character for what came from such a string; decoding makes it anew.
  return new TextDecoder('latin1').decode(new TextEncoder().encode(ascii));
}

function tuplesJson(axis: readonly AnswerDimension[]): string {
  let tuples = [''];
  for (const { entries } of axis) {
    const texts = entries.map(jsonOf);
    tuples = tuples.flatMap((before) => texts.map((text) => (before === '' ? text : `${before},${text}`)));
  }
  return tuples.length > 0 ? `[[${tuples.join('],[')}]]` : '[]';
}

/** For each flag that any cell has, the cells that have it, by their index. */
function flagsJson(flags: Uint8Array | undefined): string {
  if (!flags) return '';
  const cellsOf = FLAGS.map((): number[] => []);
  for (let cell = 0; cell < flags.length; cell++) {
    for (let bits = flags[cell]!, bit = 0; bits > 0; bits >>= 1, bit++) {
      if ((bits & 1) === 1) cellsOf[bit]!.push(cell);
    }
  }
  const named = FLAGS.flatMap((flag, bit) =>
    cellsOf[bit]!.length > 0 ? [[flag, cellsOf[bit]!] as const] : [],
  );
  return `,"flags":${JSON.stringify(Object.fromEntries(named))}`;
}
