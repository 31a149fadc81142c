import type { Flag, Language } from '@datakube/contract';
import type { ChartValue } from './model/chart-value.ts';
import { formatNumber } from './numbers.ts';

interface Words {
  readonly mark: Readonly<Record<Exclude<ChartValue['kind'], 'shown'>, string>>;
  readonly spoken: Readonly<Record<Exclude<ChartValue['kind'], 'shown'>, string>>;
  readonly flags: Readonly<
    Record<Flag, { readonly mark: string; readonly spoken: string; readonly legend: string }>
  >;
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
    flags: {
      break: {
        mark: '[b]',
        spoken: 'databrud',
        legend: 'Databrud: tal før og efter kan ikke sammenlignes',
      },
      provisional: { mark: '[f]', spoken: 'foreløbigt tal', legend: 'Foreløbige tal' },
      unreliable: {
        mark: '[u]',
        spoken: 'usikkert tal',
        legend: 'Usikre tal: de bygger på så få, at tilfældigheder flytter dem meget',
      },
    },
  },
  en: {
    mark: { hidden: '[hidden]', missing: '[missing]', 'not-applicable': '[not applicable]' },
    spoken: {
      hidden: 'hidden for disclosure reasons',
      missing: 'missing',
      'not-applicable': 'not applicable',
    },
    flags: {
      break: {
        mark: '[b]',
        spoken: 'break in series',
        legend: 'Break in series: numbers before and after cannot be compared',
      },
      provisional: { mark: '[p]', spoken: 'provisional number', legend: 'Provisional numbers' },
      unreliable: {
        mark: '[u]',
        spoken: 'unreliable number',
        legend: 'Unreliable numbers: they rest on so few that chance moves them much',
      },
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

/** A value as it is read aloud: `49,7 pr. 1.000 borgere, foreløbigt tal` or `skjult af hensyn til diskretion`. */
export function spoken(value: ChartValue, writing: Writing): string {
  if (value.kind !== 'shown') return words[writing.language].spoken[value.kind];
  const number = `${written(value, writing)} ${writing.unit}`.trim();
  return [number, ...(value.flags ?? []).map((flag) => flagWords(flag, writing.language).spoken)].join(', ');
}

/** The letter that marks a flag, what is said of a single number, and what explains the letter. */
export function flagWords(flag: Flag, language: Language): Words['flags'][Flag] {
  return words[language].flags[flag];
}

/** A text with the letters of the flags that hold for it: `2025 [f]`. */
export function marked(text: string, flags: readonly Flag[] | undefined, language: Language): string {
  return [text, ...(flags ?? []).map((flag) => flagWords(flag, language).mark)].filter(Boolean).join(' ');
}
