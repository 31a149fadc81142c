import { defineTexts } from '../localisation/texts.ts';

export const texts = defineTexts(
  {
    shown: 'Visning',
    table: 'Tabel',
    chart: 'Diagram',
    download: 'Hent',
    updated: 'Opdateret {date}',
    about: 'Om tallene',
    saidTable: 'Vises som tabel.',
    saidChart: 'Vises som diagram.',
    saidFetching: 'Henter filen {name}…',
    saidDownloaded: 'Filen er hentet: {name}.',
    saidPictured: 'Billedet er gemt.',
    saidOnline: 'Forbindelsen er tilbage.',
  },
  {
    shown: 'View',
    table: 'Table',
    chart: 'Chart',
    download: 'Download',
    updated: 'Updated {date}',
    about: 'About the numbers',
    saidTable: 'Shown as a table.',
    saidChart: 'Shown as a chart.',
    saidFetching: 'Fetching the file {name}…',
    saidDownloaded: 'The file has been downloaded: {name}.',
    saidPictured: 'The picture has been saved.',
    saidOnline: 'The connection is back.',
  },
  'view',
);
