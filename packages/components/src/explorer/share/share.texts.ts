import { defineTexts } from '../../localisation/texts.ts';

export const texts = defineTexts(
  {
    title: 'Del visningen',
    close: 'Luk',
    link: 'Link',
    noLink: 'Siden har ikke valget i sin adresse, så et link ville ikke vise det. Brug koden.',
    release: 'Udgivelse {release} vises nu. Linket og koden viser altid den nyeste.',
    code: 'Kode',
    copyLink: 'Kopiér link',
    copyCode: 'Kopiér kode',
    copied: 'Kopieret.',
    notCopied: 'Siden tillader ikke at kopiere her. Teksten er markeret: brug Ctrl C.',
    showsView: 'Viser visningen, som den står, på en side.',
    showsNumbers:
      'Henter tallene med status for hvert tal. Skal man logge ind, læses nøglen fra miljøvariablen {token}.',
    sources: 'Kilde: {sources}. Udgivelse {release} på dagen, koden blev lavet.',
    synthetic: 'Syntetiske data.',
    suppressedRemark:
      'suppressed er skjult af hensyn til diskretion. Skjult er ikke nul, og det er missing heller ikke.',
    addsNot: 'Læg ikke tal sammen over {names}: samme person kan være talt med flere gange. Brug totalerne.',
    addsNever: 'Læg ikke andele, ændringer og gennemsnit sammen.',
  },
  {
    title: 'Share the view',
    close: 'Close',
    link: 'Link',
    noLink: 'The page does not keep the choice in its address, so a link would not show it. Use the code.',
    release: 'Release {release} is shown now. The link and the code always show the newest.',
    code: 'Code',
    copyLink: 'Copy link',
    copyCode: 'Copy code',
    copied: 'Copied.',
    notCopied: 'The page does not allow copying here. The text is selected: use Ctrl C.',
    showsView: 'Shows the view as it stands, on a page.',
    showsNumbers:
      'Fetches the numbers with a status for each. Where one must sign in, the token is read from the environment variable {token}.',
    sources: 'Source: {sources}. Release {release} on the day this was made.',
    synthetic: 'Synthetic data.',
    suppressedRemark:
      'suppressed is hidden for disclosure reasons. Hidden is not zero, and neither is missing.',
    addsNot: 'Do not add up over {names}: the same person may be counted several times. Use the totals.',
    addsNever: 'Do not add up shares, changes and averages.',
  },
  'share',
);
