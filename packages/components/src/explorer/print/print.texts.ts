import { defineTexts } from '../../localisation/texts.ts';

export const texts = defineTexts(
  { cut: 'Udskriften viser de første {shown} af {all} rækker. Hent tabellen som fil for at få dem alle.' },
  { cut: 'The print shows the first {shown} of {all} rows. Download the table as a file to have them all.' },
  'print',
);
