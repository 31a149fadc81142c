import { STATUSES, type Language, type Status } from '@datakube/contract';
import { numberFormat } from '../localisation/format.ts';
import type { CellWords } from '../pivot/cell-words.ts';
import type { TableInfo } from './table-info.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';

/** The words of one table: what stands in a cell, what is read aloud, what is copied. */
export interface TableWords {
  /** Number formats of the measures shown, in their order. */
  readonly formats: readonly Intl.NumberFormat[];
  /** What stands in a cell without a number, by index of its status; empty where there is a number. */
  readonly marks: readonly string[];
  readonly spoken: CellWords;
  readonly copied: CellWords;
}

export function tableWords(
  measures: readonly string[],
  info: TableInfo,
  texts: PivotTableTexts,
  language: Language,
): TableWords {
  const formats = measures.map((measure) =>
    numberFormat(language, info.decimals(measure), info.isChange(measure)),
  );
  const units = measures.map((measure) => info.unit(measure));
  const measure = (index: number): string => info.measureName(measures[index]!);
  const marks = STATUSES.map((status) => mark(status, texts));
  return {
    formats,
    marks,
    spoken: {
      value: (value, index) => [formats[index]!.format(value), units[index]].filter(Boolean).join('\u00a0'),
      status: (status) => spokenStatus(status, texts),
      measure,
    },
    copied: {
      value: (value, index) => plainFormat(language, info.decimals(measures[index]!)).format(value),
      status: (status) => mark(status, texts),
      measure,
    },
  };
}

/** A spreadsheet reads a number back when no points stand between its thousands. */
function plainFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`;
  let format = plainFormats.get(key);
  if (!format) plainFormats.set(key, (format = newPlainFormat(language, decimals)));
  return format;
}

const plainFormats = new Map<string, Intl.NumberFormat>();

function newPlainFormat(language: Language, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    useGrouping: false,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

function mark(status: Status, texts: PivotTableTexts): string {
  switch (status) {
    case 'suppressed':
      return texts.suppressedMark;
    case 'missing':
      return texts.missingMark;
    case 'not-applicable':
      return texts.notApplicableMark;
    case 'published':
    case 'rounded':
    case 'perturbed':
      return '';
  }
}

function spokenStatus(status: Status, texts: PivotTableTexts): string {
  switch (status) {
    case 'suppressed':
      return texts.suppressed;
    case 'missing':
      return texts.missing;
    case 'not-applicable':
      return texts.notApplicable;
    case 'rounded':
      return texts.rounded;
    case 'perturbed':
      return texts.perturbed;
    case 'published':
      return '';
  }
}
