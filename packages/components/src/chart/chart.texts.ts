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
    loading: 'Diagrammet tegnes',
    failed: 'Diagrammet kunne ikke hentes.',
    again: 'Prøv igen',
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
    loading: 'The chart is being drawn',
    failed: 'The chart could not be loaded.',
    again: 'Try again',
  },
  'chart',
);
