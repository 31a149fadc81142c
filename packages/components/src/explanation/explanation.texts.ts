import type { Texts } from '../localisation/texts.ts';

/**
 * The explanation behind every hidden value. It takes no placeholder: what is said must not depend on the
 * value it is opened from. Plain data, without `defineTexts`: this loads by itself, see `explanation.ts`.
 */
export const texts: Texts<'title' | 'sentence' | 'alike' | 'more' | 'declaration' | 'close'> = {
  da: {
    title: 'Skjult af hensyn til diskretion',
    sentence: 'Små tal er skjult, og nogle andre tal er skjult med dem, så ingen kan regne de små ud.',
    alike: 'Alle skjulte tal ser ens ud. Man kan ikke se, hvilke der er små.',
    more: 'Vil du se flere tal? Vælg et grovere niveau, eller vis færre dimensioner ad gangen.',
    declaration: 'Læs om diskretion i datadeklarationen',
    close: 'Luk',
  },
  en: {
    title: 'Hidden for disclosure reasons',
    sentence:
      'Small numbers are hidden, and some others with them, so that nobody can work the small ones out.',
    alike: 'All hidden numbers look alike. You cannot tell which of them are small.',
    more: 'To see more numbers, choose a coarser level, or show fewer dimensions at a time.',
    declaration: 'Read about disclosure control in the data declaration',
    close: 'Close',
  },
};
