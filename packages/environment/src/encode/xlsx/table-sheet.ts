import { carriesNumber, type Language, STATUSES } from '@datakube/contract';
import type { Cell, CellObject, Row, SheetData } from 'write-excel-file/universal';
import { type Answer, type AnswerDimension, tuplesOf } from '../answer.ts';
import { FLAG_MARKS, STATUS_MARKS } from '../status-words.ts';
import { forFlags } from '../tidy.ts';
import {
  COLUMN_HEAD,
  HEADING,
  HIDDEN,
  NO_NUMBER,
  numberStyle,
  REMARK,
  ROW_HEAD,
  TITLE,
} from './sheet-styles.ts';
import { sheetText } from './sheet-text.ts';
import { remarksOf, titleOf } from './sheet-words.ts';

/** A sheet, and how much of it stays in view. */
export interface SheetPart {
  readonly data: SheetData;
  readonly stickyRowsCount: number;
  readonly stickyColumnsCount: number;
  readonly columns: { width: number }[];
}

/**
 * The table as on screen: heads of rows and columns, totals, numbers, and words where there is none. Several measures
 * stand side by side below each column.
 */
export function tableSheet(answer: Answer): SheetPart {
  const { axes, meta } = answer;
  const above: Row[] = [
    [text(titleOf(answer), TITLE)],
    ...remarksOf(answer).map((remark) => [text(remark, REMARK)]),
    [null],
  ];
  const heads = columnHeads(answer);
  const width = axes.rows.length === 0 ? 1 : axes.rows.length;
  const labels = axes.rows.map(({ entries }) => Math.max(...entries.map(({ label }) => label.length)));
  return {
    data: [...above, ...heads, ...bodyOf(answer)],
    stickyRowsCount: above.length + heads.length,
    stickyColumnsCount: width,
    columns: [
      ...Array.from({ length: width }, (_, at) => ({
        width: Math.min(48, Math.max(14, (labels[at] ?? 0) + 4)),
      })),
      ...Array.from({ length: tuplesOf(axes.columns) * meta.measures.length }, () => ({ width: 14 })),
    ],
  };
}

function text(value: string, style: Omit<CellObject, 'value' | 'type'>): CellObject {
  return { ...style, value: sheetText(value), type: String };
}

/** A line for each dimension of the columns, and one for the measures where there are several, or nothing else. */
function columnHeads({ axes, meta }: Answer): Row[] {
  const { language, measures } = meta;
  const places = tuplesOf(axes.columns);
  const lines = axes.columns.map((dimension, at): Cell[] => {
    const run = tuplesOf(axes.columns.slice(at + 1));
    return Array.from({ length: places / run }, (_, index) => index).flatMap((index) =>
      spread(
        text(headText(dimension, index % dimension.entries.length, language), COLUMN_HEAD),
        run * measures.length,
      ),
    );
  });
  if (measures.length > 1 || lines.length === 0) {
    lines.push(
      Array.from({ length: places }, () => measures)
        .flat()
        .map(({ name }) => text(name[language], COLUMN_HEAD)),
    );
  }
  return lines.map((line, at) => {
    const last = at === lines.length - 1;
    const corner = axes.rows.map(({ name }) => text(last ? name : '', COLUMN_HEAD));
    return [...(corner.length > 0 ? corner : [text('', COLUMN_HEAD)]), ...line];
  });
}

/** The name of an entry, with the marks of what holds for all its numbers. */
function headText({ entries }: AnswerDimension, at: number, language: Language): string {
  const { label, flags = [] } = entries[at]!;
  return [label, ...flags.map((flag) => FLAG_MARKS[flag][language])].join(' ');
}

/** A cell over several columns. */
function spread(cell: CellObject, columns: number): Cell[] {
  return columns === 1
    ? [cell]
    : [{ ...cell, columnSpan: columns }, ...new Array<null>(columns - 1).fill(null)];
}

function bodyOf(answer: Answer): Row[] {
  const { axes, table, meta, flags } = answer;
  const { language, measures } = meta;
  const width = tuplesOf(axes.columns);
  const heads = rowHeads(answer);
  const words = STATUSES.map((status) => {
    const mark = STATUS_MARKS[status];
    return mark && text(mark[language], status === 'suppressed' ? HIDDEN : NO_NUMBER);
  });
  const made = measures.map((measure, at) => ({
    ...table.columns(at),
    bits: flags.get(measure.id),
    styles: forFlags((each) => numberStyle(measure, each, language)),
  }));
  return heads.map((head, row) => {
    const cells: Cell[] = [];
    for (let cell = row * width; cell < (row + 1) * width; cell++) {
      for (const { value, status, bits, styles } of made) {
        cells.push(
          carriesNumber(STATUSES[status[cell]!]!)
            ? { ...styles[bits?.[cell] ?? 0]!, value: value[cell]!, type: Number }
            : words[status[cell]!]!,
        );
      }
    }
    return [...head, ...cells];
  });
}

/** The heads of each row; one that several rows share stands over all of them. */
function rowHeads({ axes, meta }: Answer): Cell[][] {
  if (axes.rows.length === 0) return [[text('', ROW_HEAD)]];
  return Array.from({ length: tuplesOf(axes.rows) }, (_, row) =>
    axes.rows.map((dimension, at): Cell => {
      const run = tuplesOf(axes.rows.slice(at + 1));
      if (row % run !== 0) return null;
      const entry = Math.floor(row / run) % dimension.entries.length;
      const indent = dimension.depths[entry]!;
      return {
        ...text(headText(dimension, entry, meta.language), ROW_HEAD),
        ...(dimension.entries[entry]!.kind === 'total' && HEADING),
        ...(indent > 0 && { indent }),
        ...(run > 1 && { rowSpan: run }),
      };
    }),
  );
}
