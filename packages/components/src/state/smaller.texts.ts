import { defineTexts } from '../localisation/texts.ts';

export const texts = defineTexts(
  {
    level: 'Vis {name} på {level}',
    fold: 'Fold {name} sammen',
    latest: 'Vis kun {latest}',
    remove: 'Fjern {name}',
  },
  {
    level: 'Show {name} by {level}',
    fold: 'Collapse {name}',
    latest: 'Show only the {latest}',
    remove: 'Remove {name}',
  },
  'smaller-tables',
);
