import { carriesNumber, type Flag, OTHERS, type Status, STATUSES, type TupleEntry } from '@datakube/contract';
import type { Answer } from './answer.ts';
import { createByteWriter, utf8 } from './byte-writer.ts';
import { csvNumber, csvText, PLAIN } from './csv-dialect.ts';
import { fileRecord } from './disclose.ts';
import { entryAt, flagBits, forFlags, tidy, type TidyDimension } from './tidy.ts';

/** Observations of which there is no number, by the code list CL_OBS_STATUS. */
const WITHOUT_NUMBER: { readonly [status in Status]?: string } = {
  suppressed: 'Q',
  missing: 'O',
  'not-applicable': 'M',
};

/** Codes of flags. An observation has one code: a break is what a reader of a series must know first. */
const OF_FLAGS: readonly (readonly [Flag, string])[] = [
  ['break', 'B'],
  ['unreliable', 'U'],
  ['provisional', 'P'],
];
const OBS_STATUS = forFlags((flags) => OF_FLAGS.find(([flag]) => flags.includes(flag))?.[1] ?? 'A');
const FLAG_TEXTS = forFlags((flags) => flags.join(' '));

const ATTRIBUTES = [
  'OBS_STATUS',
  'CONF_STATUS',
  'DATAKUBE_STATUS',
  'DATAKUBE_FLAGS',
  'UNIT_MEASURE',
  'DATAKUBE_DISCLOSURE',
];

/**
 * The answer as SDMX-CSV 2.0: one line for each cell and measure. The dimension of kind time is `TIME_PERIOD`, the
 * total `_T`, what a choice leaves out `_O`. A hidden number is `Q` with `CONF_STATUS` `C`, whatever the reason: the
 * codes that tell primary (`A`) from secondary (`D`) would narrow it down. Flags that one code cannot say, and
 * rounding and noise, are in attributes of our own; so is the disclosure record, in the first line.
 */
export function encodeSdmxCsv(answer: Answer): Uint8Array<ArrayBuffer> {
  const { table } = answer;
  const cells = tidy(answer);
  const { dimensions, measures } = cells;
  const flags = flagBits(answer, cells);
  const columns = measures.map((_, measure) => table.columns(measure));
  const places = dimensions.map(({ entries }) => entries.map((entry) => utf8(`${field(codeOf(entry))},`)));
  const ofMeasures = measures.map(({ id, unit }) => ({
    id: utf8(`${field(id)},`),
    unit: utf8(`,${field(unit.en)},`),
  }));
  const start = utf8(`dataflow,${field(structureOf(answer))},I,`);
  const writer = createByteWriter(cells.lines * 96);
  const titles = [...dimensions.map(titleOf), 'MEASURE', 'OBS_VALUE', ...ATTRIBUTES];
  writer.text(`STRUCTURE,STRUCTURE_ID,ACTION,${titles.map(field).join(',')}\r\n`);
  for (let cell = 0; cell < table.cells; cell++) {
    columns.forEach(({ value, status: statuses }, measure) => {
      const status = STATUSES[statuses[cell]!]!;
      const bits = flags[measure]![cell]!;
      writer.write(start);
      dimensions.forEach((dimension, at) => writer.write(places[at]![entryAt(dimension, cell)]!));
      writer.write(ofMeasures[measure]!.id);
      const number = carriesNumber(status) ? csvNumber(value[cell]!, PLAIN) : '';
      const observed = WITHOUT_NUMBER[status] ?? OBS_STATUS[bits]!;
      const confidential = status === 'suppressed' ? 'C' : 'F';
      writer.text(`${number},${observed},${confidential},${status},${FLAG_TEXTS[bits]!}`);
      writer.write(ofMeasures[measure]!.unit);
      if (cell === 0 && measure === 0) writer.text(field(JSON.stringify(fileRecord(answer))));
      writer.text('\r\n');
    });
  }
  return writer.done();
}

const field = (text: string): string => csvText(text, PLAIN);

/** Releases have a hash for a name: it is what follows the version, as semantic versions allow. */
function structureOf({ meta }: Answer): string {
  return `DATAKUBE:${meta.cube}(1.0.0-${meta.release})`;
}

function titleOf({ id, kind }: TidyDimension): string {
  return kind === 'time' ? 'TIME_PERIOD' : id;
}

function codeOf({ kind, level, code }: Pick<TupleEntry, 'kind' | 'level' | 'code'>): string {
  if (kind === 'total') return '_T';
  return level === OTHERS ? '_O' : code;
}
