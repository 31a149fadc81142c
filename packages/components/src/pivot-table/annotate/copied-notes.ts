import { FLAGS, type Flag, type Language } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { cellIndex, measureIndex } from '../../pivot/cell.ts';
import { columnName, rowName } from '../../pivot/cell-words.ts';
import { writtenLabel } from '../../pivot/label.ts';
import type { Layout } from '../../pivot/layout.ts';
import type { Range } from '../../pivot/window.ts';
import type { Frame } from '../frame.ts';
import { texts, type AnnotateTexts } from './annotate.texts.ts';
import { flaggedMembers } from './flagged-members.ts';
import { footnotesOf } from './footnotes.ts';
import { additiveRemark, unitRemark } from './measure-remarks.ts';

/** Names that are listed at most. */
const MOST_NAMES = 20;

/**
 * What is to be known of the cells of a block, a sentence each: flags, units, what does not add up, footnotes. A copied
 * header has no marks, so each says by name what it is about. Empty where the block uses none of it.
 */
export function copiedNotes(
  { layout, info, words }: Frame,
  rows: Range,
  columns: Range,
  language: Language,
): readonly string[] {
  const text = texts[language];
  const block = blockOf(layout, rows, columns);
  const members = [...flaggedMembers(block.rows), ...flaggedMembers(block.columns)];
  const flagged = FLAGS.flatMap((flag) => {
    const withFlag = members.filter(({ flags }) => flags?.includes(flag));
    const cells = flaggedCells(layout, rows, columns, flag);
    const names = [
      ...withFlag.map((entry) => writtenLabel(entry, layout.labels)),
      ...cells
        .slice(0, MOST_NAMES)
        .map(([row, column]) => `${rowName(layout, row)}, ${columnName(layout, column, words.copied)}`),
    ];
    const legend = text[`${flag}Legend`];
    return names.length > 0 ? [`${legend} (${listed(names, withFlag.length + cells.length, text)})`] : [];
  });
  const measures = block.measures.flatMap((id) => [
    unitRemark(info, id, text),
    additiveRemark(block, info, id, text),
  ]);
  const notes = footnotesOf({ layout: block, info }, text).map(
    ({ note, name }) => `${name}: ${note.text[language]}`,
  );
  return [...flagged, ...measures, ...notes].filter(Boolean).map(ended);
}

/** The part of a layout that lies in a block. */
function blockOf(layout: Layout, rows: Range, columns: Range) {
  const count = layout.measures.length;
  const inBlock = (measure: number): boolean =>
    columns.first + ((measure - (columns.first % count) + count) % count) < columns.end;
  const { cellSet, labels } = layout;
  return {
    cellSet,
    labels,
    measures: layout.measures.filter((_, measure) => inBlock(measure)),
    rows: { ...layout.rows, order: layout.rows.order.subarray(rows.first, rows.end) },
    columns: {
      ...layout.columns,
      order: layout.columns.order.subarray(Math.floor(columns.first / count), Math.ceil(columns.end / count)),
    },
  };
}

function flaggedCells(layout: Layout, rows: Range, columns: Range, flag: Flag): [number, number][] {
  const bit = 1 << FLAGS.indexOf(flag);
  const found: [number, number][] = [];
  if (layout.measureColumns.every(({ flags }) => !flags)) return found;
  for (let row = rows.first; row < rows.end; row++) {
    for (let column = columns.first; column < columns.end; column++) {
      const { flags } = layout.measureColumns[measureIndex(layout, column)]!;
      if (flags && flags[cellIndex(layout, row, column)]! & bit) found.push([row, column]);
    }
  }
  return found;
}

/** The first of so many names. */
function listed(names: readonly string[], all: number, text: AnnotateTexts): string {
  const some = names.slice(0, MOST_NAMES).join('; ');
  const more = all - MOST_NAMES;
  return more > 0 ? fill(text.andMore, { names: some, count: String(more) }) : some;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
