import type { Note, Way } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { noiseRuleOf } from './noise-rule.ts';

/** What a reader must know of numbers that are in no release. */
export function noteOf(way: Way, cube: CubeModel): Note {
  switch (way) {
    case 'extend':
      return { code: 'outside-extended', text: EXTENDED };
    case 'perturb':
      return { code: 'outside-perturbed', text: perturbed(noiseRuleOf(cube.family())?.noise.most ?? 0) };
  }
}

const EXTENDED = {
  da: 'Denne kombination er ikke i den faste udgivelse. Tallene er nøjagtige. Hvor et grovere tal er skjult, er alle tal under det skjult, også nuller.',
  en: 'This combination is not in the regular release. The numbers are exact. Where a coarser number is hidden, all numbers below it are hidden, zeros too.',
};

function perturbed(most: number): Note['text'] {
  return {
    da: `Denne kombination er ikke i den faste udgivelse, så intet tal er nøjagtigt. Hvert antal borgere er ændret tilfældigt med op til ${most}, og summer passer ikke. 0 kan være et lille antal.`,
    en: `This combination is not in the regular release, so no number is exact. Every count of citizens is changed at random by up to ${most}, and sums do not add up. 0 may be a small count.`,
  };
}
