import type { Language } from '@datakube/contract';
import type { ChartValue } from './model/chart-value.ts';
import { formatNumber } from './numbers.ts';

interface Words {
  readonly mark: Readonly<Record<Exclude<ChartValue['kind'], 'shown'>, string>>;
  readonly spoken: Readonly<Record<Exclude<ChartValue['kind'], 'shown'>, string>>;
}

/** What stands in the place of a number, and what is read aloud there. */
const words: Readonly<Record<Language, Words>> = {
  da: {
    mark: { hidden: '[skjult]', missing: '[mangler]', 'not-applicable': '[ikke relevant]' },
    spoken: {
      hidden: 'skjult af hensyn til diskretion',
      missing: 'mangler',
      'not-applicable': 'ikke relevant',
    },
  },
  en: {
    mark: { hidden: '[hidden]', missing: '[missing]', 'not-applicable': '[not applicable]' },
    spoken: {
      hidden: 'hidden for disclosure reasons',
      missing: 'missing',
      'not-applicable': 'not applicable',
    },
  },
};

/** How values are written. */
export interface Writing {
  readonly language: Language;
  readonly decimals: number;
  readonly unit: string;
}

/** A value as it stands in a chart: `49,7` or `[skjult]`. */
export function written(value: ChartValue, { language, decimals }: Writing): string {
  return value.kind === 'shown'
    ? formatNumber(value.value, language, decimals)
    : words[language].mark[value.kind];
}

/** A value as it is read aloud: `49,7 pr. 1.000 borgere` or `skjult af hensyn til diskretion`. */
export function spoken(value: ChartValue, writing: Writing): string {
  if (value.kind !== 'shown') return words[writing.language].spoken[value.kind];
  return `${written(value, writing)} ${writing.unit}`.trim();
}
