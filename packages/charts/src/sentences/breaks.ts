import type { Language } from '@datakube/contract';
import type { ChartModel } from '../model/chart-model.ts';
import { breaksIn } from '../model/flags.ts';

/** `Tal før og efter 2019 kan ikke sammenlignes.` Nothing where no period breaks. */
export function breakSentence(periods: readonly string[], language: Language): string {
  if (periods.length === 0) return '';
  const list = listed(periods, language);
  return language === 'da'
    ? `Tal før og efter ${list} kan ikke sammenlignes.`
    : `Figures before and after ${list} cannot be compared.`;
}

function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB').format(names);
}

/** The periods along the axis before which some series breaks. */
export function brokenCategories(model: ChartModel): string[] {
  return breaksIn(model).flatMap((category) => model.categories[category]?.label ?? []);
}

/** `Databrud: 2019. Tal før og efter kan ikke sammenlignes.` Of members of any kind: not all are periods. */
export function brokenMembersSentence(model: ChartModel, language: Language): string {
  const members = brokenMembers(model);
  if (members.length === 0) return '';
  return language === 'da'
    ? `Databrud: ${listed(members, language)}. Tal før og efter kan ikke sammenlignes.`
    : `Break in series: ${listed(members, language)}. Figures before and after cannot be compared.`;
}

/** The members beside others of the same axis that break it as a whole: periods as groups, or as colours, of bars. */
function brokenMembers({ categories, series }: ChartModel): string[] {
  const broken = (
    members: readonly { readonly label: string; readonly flags?: readonly string[] }[],
  ): string[] =>
    members.flatMap(({ label, flags }, at) => (at > 0 && flags?.includes('break') === true ? [label] : []));
  return [...new Set([...broken(categories), ...broken(series)])];
}
