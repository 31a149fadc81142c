import type { LocalisedText } from '@datakube/contract';

/** Why a chart would mislead, or has nothing to show. */
export type Reason =
  | 'no-time'
  | 'too-many-series'
  | 'nothing-to-stack'
  | 'does-not-add-up'
  | 'no-whole'
  | 'ratios-do-not-add-up'
  | 'changes-do-not-add-up'
  | 'not-age-by-sex'
  | 'one-dimension'
  | 'one-line'
  | 'no-places'
  | 'no-tiles'
  | 'too-few-places'
  | 'several-values-a-place'
  | 'counts-by-place'
  | 'no-borders'
  | 'counts-in-a-box'
  | 'too-few-for-a-box';

/** The reasons as they are given to the reader. */
export const REASONS: Readonly<Record<Reason, LocalisedText>> = {
  'no-time': {
    da: 'En linje mellem to punkter siger, at det ene fører til det andet. Her er ikke flere perioder i rækkefølge.',
    en: 'A line between two points says that one leads to the other. Here there are no several periods in order.',
  },
  'too-many-series': {
    da: 'Flere end fire serier kan ikke skelnes fra hinanden i ét diagram.',
    en: 'More than four series cannot be told apart in one chart.',
  },
  'nothing-to-stack': {
    da: 'Der er kun ét tal for hver søjle, så der er ingen dele at lægge oven på hinanden.',
    en: 'There is only one number for each bar, so there are no parts to stack.',
  },
  'does-not-add-up': {
    da: 'Delene giver ikke tilsammen det hele: den samme borger kan være talt med i flere af dem.',
    en: 'The parts do not add up to the whole: one citizen may be counted in several of them.',
  },
  'no-whole': {
    da: 'Tabellen har hverken andele eller en total at måle delene mod.',
    en: 'The table has neither shares nor a total to compare the parts with.',
  },
  'ratios-do-not-add-up': {
    da: 'Andele og rater kan ikke lægges sammen.',
    en: 'Shares and rates cannot be added up.',
  },
  'changes-do-not-add-up': {
    da: 'Ændringer kan være negative og kan ikke lægges oven på hinanden.',
    en: 'Changes may be negative and cannot be stacked.',
  },
  'not-age-by-sex': {
    da: 'En alderspyramide kræver flere aldersgrupper og to køn, og ikke andet.',
    en: 'An age pyramid needs several age groups and two sexes, and nothing else.',
  },
  'one-dimension': {
    da: 'Et varmekort kræver flere rækker og flere kolonner.',
    en: 'A heat map needs several rows and several columns.',
  },
  'one-line': {
    da: 'Der er kun én linje at vise, så der er intet at sammenligne.',
    en: 'There is only one line to show, so there is nothing to compare.',
  },
  'no-places': {
    da: 'Der er ingen steder at tegne på et kort.',
    en: 'There are no places to draw on a map.',
  },
  'no-tiles': {
    da: 'Feltkortet har et felt for hver kommune. Her er andre steder.',
    en: 'The tile map has a tile for each municipality. Here there are other places.',
  },
  'too-few-places': {
    da: 'Et kort over få steder viser mest tomme felter.',
    en: 'A map of a few places shows mostly empty tiles.',
  },
  'several-values-a-place': {
    da: 'Et kort kan vise ét tal for hvert sted. Her er flere.',
    en: 'A map can show one number for each place. Here there are several.',
  },
  'counts-by-place': {
    da: 'Stederne har ikke lige mange borgere. Et kort over antal viser mest, hvor der bor flest; vælg en rate.',
    en: 'Places differ in population. A map of counts mostly shows where people live; choose a rate.',
  },
  'no-borders': {
    da: 'Siden har ingen grænser at tegne et kort efter.',
    en: 'The page has no borders to draw a map from.',
  },
  'counts-in-a-box': {
    da: 'En boks viser spredning mellem sammenlignelige tal. Antal afhænger af, hvor mange der bor hvert sted.',
    en: 'A box shows the spread of comparable numbers. Counts depend on how many live in each place.',
  },
  'too-few-for-a-box': {
    da: 'Der er for få tal til at vise en spredning.',
    en: 'There are too few numbers to show a spread.',
  },
};
