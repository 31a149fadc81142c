import type { Language } from '@datakube/contract';
import type { Action } from '../action.ts';
import { texts } from './state-panel.texts.ts';
import { texts as steadyTexts } from './steady.texts.ts';

type PanelTexts = (typeof texts)[Language];

/** The texts of a panel, for one who chooses what is shown, or for a reader for whom the page has chosen. */
export function panelTexts(language: Language, steady: boolean): PanelTexts {
  return steady ? { ...texts[language], ...steadyTexts[language] } : texts[language];
}

/** True for a way that does not lead to another table. */
export function staysInPlace({ kind }: Action): boolean {
  return IN_PLACE.has(kind);
}

const IN_PLACE: ReadonlySet<Action['kind']> = new Set([
  'again',
  'stop',
  'why',
  'renew',
  'keep-release',
  'download',
  'stop-download',
  'extend-session',
]);
