import { defineTexts } from '../localisation/texts.ts';

export const texts = defineTexts(
  {
    showTable: 'Vis tabel',
    source: 'Kilde: {names}',
    release: 'Udgivelse {release}',
    updated: 'opdateret {date}',
    synthetic: 'Syntetiske data',
    name: 'Navn',
    value: 'Værdi',
    why: 'Hvorfor er tal skjult?',
  },
  {
    showTable: 'Show table',
    source: 'Source: {names}',
    release: 'Release {release}',
    updated: 'updated {date}',
    synthetic: 'Synthetic data',
    name: 'Name',
    value: 'Value',
    why: 'Why are numbers hidden?',
  },
  'chart',
);
