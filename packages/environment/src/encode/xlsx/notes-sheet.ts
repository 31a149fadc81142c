import { type DisclosureRecord, FLAGS, type LocalisedText, STATUSES } from '@datakube/contract';
import type { Row } from 'write-excel-file/universal';
import type { Answer } from '../answer.ts';
import { fileRecord } from '../disclose.ts';
import { FLAG_MARKS, FLAG_WORDS, STATUS_MARKS, STATUS_WORDS } from '../status-words.ts';
import { HEADING, TITLE, WRAPPED } from './sheet-styles.ts';
import { sheetText, sheetTexts } from './sheet-text.ts';
import { citationOf, remarksOf, titleOf, WORDS } from './sheet-words.ts';
import type { SheetPart } from './table-sheet.ts';

/** What a reader must know of the table: citation, declaration, statuses, footnotes and the disclosure record. */
export function notesSheet(answer: Answer): SheetPart {
  const { meta } = answer;
  const said = (text: LocalisedText): string => text[meta.language];
  const data: Row[] = [
    [{ value: sheetText(titleOf(answer)), type: String, ...TITLE }],
    ...section(
      said(WORDS.about),
      remarksOf(answer).map((remark) => ['', remark]),
    ),
    ...section(said(WORDS.citation), [['', citationOf(answer)]]),
    ...section(said(WORDS.statuses), statusLines(answer)),
    ...section(
      said(WORDS.marks),
      FLAGS.map((flag) => [said(FLAG_MARKS[flag]), said(FLAG_WORDS[flag])]),
    ),
    ...section(
      said(WORDS.footnotes),
      meta.notes.map(({ text }) => ['', said(text)]),
    ),
    ...section(said(WORDS.declaration), declarationLines(answer)),
    ...section(said(WORDS.disclosure), recordLines(fileRecord(answer))),
  ];
  return { data, stickyRowsCount: 0, stickyColumnsCount: 0, columns: [{ width: 28 }, { width: 110 }] };
}

type Line = readonly [head: string, text: string];

function section(heading: string, lines: readonly Line[]): Row[] {
  if (lines.length === 0) return [];
  return [
    [null],
    [{ value: sheetText(heading), type: String, ...HEADING }],
    ...lines.flatMap(([head, text]) =>
      sheetTexts(text).map((piece, at): Row => [
        at === 0 && head !== '' ? { value: sheetText(head), type: String, ...WRAPPED } : null,
        { value: piece, type: String, ...WRAPPED },
      ]),
    ),
  ];
}

function statusLines({ meta }: Answer): Line[] {
  return STATUSES.flatMap((status): Line[] => {
    const mark = STATUS_MARKS[status];
    const used = meta.disclosure.cells[status] !== undefined;
    if (!mark && (!used || status === 'published')) return [];
    return [[mark?.[meta.language] ?? status, `${STATUS_WORDS[status][meta.language]} (${status})`]];
  });
}

/** The eight headings of a declaration. */
function declarationLines({ meta }: Answer): Line[] {
  const { declaration, language } = meta;
  const { content, access } = declaration;
  const said = (text: LocalisedText): string => text[language];
  return [
    [said(WORDS.summary), said(declaration.summary)],
    [said(WORDS.content), said(content.unit)],
    [said(WORDS.period), said(content.period)],
    [said(WORDS.codeSystems), said(content.codeSystems)],
    ...declaration.sources.map(({ name, deliveredBy, latest, frequency }): Line => [
      said(WORDS.sources),
      `${said(name)}. ${said(deliveredBy)}. ${latest}. ${said(frequency)}`,
    ]),
    [said(WORDS.coverage), said(declaration.coverage)],
    ...declaration.caveats.map(({ mark, concerns, text }): Line => [
      said(WORDS.caveats),
      `${mark === undefined ? '' : `[${mark}] `}${said(concerns)}: ${said(text)}`,
    ]),
    [said(WORDS.method), said(declaration.method)],
    [said(WORDS.protection), said(declaration.disclosure)],
    [
      said(WORDS.access),
      [access.access, access.legalBasis, access.controller, access.contact].map(said).join(' '),
    ],
    ...declaration.changes.map(({ date, text }): Line => [said(WORDS.changes), `${date}: ${said(text)}`]),
  ];
}

/** The record as lines of a path into it and what is there: `policy.threshold`, `5`. */
export function recordLines(record: DisclosureRecord): Line[] {
  const lines = (value: unknown, path: readonly (string | number)[]): Line[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => lines(inner, [...path, key]))
      : [[path.join('.'), String(value)]];
  return lines(record, []);
}
