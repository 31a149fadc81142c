import type { Language } from '@datakube/contract';
import type { Failure } from '../../controllers/failure.ts';
import type { IconName } from '../../icons/icon.ts';
import { panelTexts } from './steady.ts';

/** What is said of a failure. */
export interface FailureWords {
  readonly heading: string;
  readonly detail: string;
  readonly icon: IconName;
}

/** The environment's own words where it has some: it knows why. */
export function failureWords(failure: Failure, language: Language, steady = false): FailureWords {
  const text = panelTexts(language, steady);
  const said = failure.detail?.[language];
  const title = failure.title?.[language];
  switch (failure.kind) {
    case 'refused':
      return {
        heading: title ?? text.refused,
        // Only a refusal for disclosure reasons may speak of recognition.
        detail: said ?? (failure.code === 'ERR_NOT_RELEASABLE' ? text.refusedDetail : text.invalidDetail),
        icon: 'lock',
      };
    case 'too-large':
      return { heading: title ?? text.tooLarge, detail: said ?? text.tooLargeDetail, icon: 'table' };
    case 'forbidden':
      return { heading: title ?? text.forbidden, detail: said ?? text.forbiddenDetail, icon: 'lock' };
    case 'failed':
      return { heading: title ?? text.failed, detail: said ?? text.failedDetail, icon: 'warning' };
    case 'offline':
      return { heading: text.offline, detail: text.offlineDetail, icon: 'offline' };
  }
}
