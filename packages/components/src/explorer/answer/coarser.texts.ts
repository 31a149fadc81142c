import { defineTexts } from '../../localisation/texts.ts';

export const texts = defineTexts(
  { filter: 'Fjern filteret {name}' },
  { filter: 'Remove the filter {name}' },
  'coarser',
);
