import { defineTexts } from '../../../localisation/texts.ts';

export const texts = defineTexts(
  {
    source: 'Kilde',
    caveats: 'Forbehold',
    latest: 'Seneste data',
    until: '{source} til {date}',
    unit: 'Enhed',
    sum: 'Sammenlægning',
    groupings: 'Grupperinger',
    addsOver: 'Kan lægges sammen over {names}.',
    addsNever: 'Kan ikke lægges sammen.',
    valuesOf: 'Værdier i {name}',
  },
  {
    source: 'Source',
    caveats: 'Caveats',
    latest: 'Latest data',
    until: '{source} to {date}',
    unit: 'Unit',
    sum: 'Adding up',
    groupings: 'Groupings',
    addsOver: 'Can be added up over {names}.',
    addsNever: 'Cannot be added up.',
    valuesOf: 'Values of {name}',
  },
  'field-details',
);
