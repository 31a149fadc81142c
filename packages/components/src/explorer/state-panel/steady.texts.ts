import { defineTexts } from '../../localisation/texts.ts';

/** What is said in the place of the words for one who chooses, where the page has chosen. */
export const texts = defineTexts(
  {
    loadingDetail: 'Tallene er på vej.',
    stoppedDetail: 'Tallene kan hentes igen.',
    emptyDetail: 'Kuben dækker ikke det, der skulle vises her.',
    emptyFiltered: 'Kuben dækker ikke det, der skulle vises her.',
    refusedDetail: 'Den kan ikke frigives, så ingen person kan genkendes.',
    invalidDetail: 'Det, der skulle vises her, passer ikke til kuben, som den er nu.',
    tooLargeDetail: 'Den har flere celler, end der gives ud på én gang.',
    failedDetail: 'Analysemiljøet svarede ikke.',
    offlineDetail: 'Du er ikke på nettet.',
    offlineSince: 'Du ser tal hentet kl. {time}. Vi fortsætter, når du er på nettet igen.',
    allHiddenDetail: 'Der er ingen tal her, der må gives ud.',
    allHiddenOnly: 'Der er ingen tal her, der må gives ud.',
  },
  {
    loadingDetail: 'The numbers are on their way.',
    stoppedDetail: 'The numbers can be fetched again.',
    emptyDetail: 'The cube does not cover what was to be shown here.',
    emptyFiltered: 'The cube does not cover what was to be shown here.',
    refusedDetail: 'It cannot be released, so that no person can be recognised.',
    invalidDetail: 'What was to be shown here does not fit the cube as it is now.',
    tooLargeDetail: 'It has more cells than are given out at once.',
    failedDetail: 'The environment did not answer.',
    offlineDetail: 'You are not online.',
    offlineSince: 'You see numbers fetched at {time}. We go on when you are online again.',
    allHiddenDetail: 'There are no numbers here that may be given out.',
    allHiddenOnly: 'There are no numbers here that may be given out.',
  },
  'steady-panel',
);
