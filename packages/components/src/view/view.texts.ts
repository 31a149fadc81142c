import { defineTexts } from '../localisation/texts.ts';

export const texts = defineTexts(
  {
    shown: 'Visning',
    table: 'Tabel',
    chart: 'Diagram',
    download: 'Hent',
    updated: 'Opdateret {date}',
    about: 'Om tallene',
  },
  {
    shown: 'View',
    table: 'Table',
    chart: 'Chart',
    download: 'Download',
    updated: 'Updated {date}',
    about: 'About the numbers',
  },
  'view',
);
