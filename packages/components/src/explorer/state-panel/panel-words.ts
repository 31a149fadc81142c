import type { Language } from '@datakube/contract';
import type { IconName } from '../../icons/icon.ts';
import { formatNumber, formatRelease, formatTime } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { change, type Action } from '../action.ts';
import { failureWords } from './failure-words.ts';
import type { Offer, PanelState, WayKind } from './panel-state.ts';
import { panelTexts, staysInPlace } from './steady.ts';

/** A button of a panel. `quiet` beside the one that leads on. */
export interface Way {
  readonly label: string;
  readonly action: Action;
  readonly quiet?: boolean;
}

/** What a panel says: what happened, what is kept, and how to go on. */
export interface PanelWords {
  readonly heading: string;
  readonly detail: string;
  readonly ways: readonly Way[];
  readonly icon?: IconName;
  readonly code?: string;
}

/**
 * The words of a panel.
 *
 * @param shownSince time of the numbers that still stand below; null where there are none
 * @param steady for a reader who has not chosen what is shown, and cannot
 */
export function panelWords(
  state: PanelState,
  shownSince: Date | null,
  language: Language,
  steady = false,
): PanelWords {
  const words = wordsOf(state, shownSince, language, steady);
  return steady ? { ...words, ways: words.ways.filter(({ action }) => staysInPlace(action)) } : words;
}

function wordsOf(
  state: PanelState,
  shownSince: Date | null,
  language: Language,
  steady: boolean,
): PanelWords {
  const text = panelTexts(language, steady);
  const count = (value: number): string => formatNumber(value, language);
  switch (state.kind) {
    case 'loading':
      return {
        heading: text.loading,
        detail: `${waitWords(state, language)}${text.loadingDetail}`.trim(),
        ways: [{ label: text.cancel, action: { kind: 'stop' } }],
      };
    case 'stopped':
      return { heading: text.stopped, detail: text.stoppedDetail, ways: [again(text.retry)] };
    case 'fetching-file':
      return {
        heading: text.fetchingFile,
        detail: state.name,
        icon: 'download',
        ways: [{ label: text.cancel, action: { kind: 'stop-download' } }],
      };
    case 'empty':
      return {
        heading: text.empty,
        detail: state.filters.length > 0 ? text.emptyFiltered : text.emptyDetail,
        ways: state.filters.map(({ id, name }) => ({
          label: fill(text.removeFilter, { name: name.toLocaleLowerCase(language) }),
          action: change({ kind: 'remove', zone: 'filters', id }),
        })),
      };
    case 'bare':
      return {
        heading: text.bare,
        detail: text.bareDetail,
        ways: [
          { label: text.firstLayout, action: { kind: 'start-over' } },
          ...(state.examples
            ? [
                {
                  label: text.examples,
                  action: { kind: 'menu', menu: { kind: 'examples' } },
                  quiet: true,
                } as const,
              ]
            : []),
        ],
      };
    case 'all-hidden':
      return {
        heading: text.allHidden,
        icon: 'lock',
        detail: state.coarser.length > 0 ? text.allHiddenDetail : text.allHiddenOnly,
        ways: state.coarser.map(offered),
      };
    case 'too-large':
      return {
        heading: text.tooLarge,
        icon: 'table',
        detail: fill(text.tooLargeFigures, { cells: count(state.cells), limit: count(state.limit) }),
        ways: [...state.coarser.map(offered), { label: text.undo, action: { kind: 'undo' }, quiet: true }],
      };
    case 'failure':
      return failurePanel(state, shownSince, language, steady);
    case 'offline':
      return {
        heading: text.offline,
        icon: 'offline',
        detail: fill(text.offlineSince, { time: formatTime(state.since, language) }),
        ways: [again(text.retry)],
      };
    case 'stale':
      return {
        heading: text.stale,
        icon: 'clock',
        detail: fill(text.staleDetail, {
          newer: formatRelease(state.newer),
          shown: formatRelease(state.shown),
        }),
        ways: [
          { label: text.showNew, action: { kind: 'renew' } },
          { label: text.keep, action: { kind: 'keep-release' }, quiet: true },
        ],
      };
    case 'session-soon':
      return {
        heading: text.sessionSoon,
        icon: 'clock',
        detail: fill(state.minutes === 1 ? text.sessionMinute : text.sessionMinutes, {
          minutes: String(state.minutes),
        }),
        ways: [{ label: text.staySignedIn, action: { kind: 'extend-session' } }],
      };
    case 'session-over':
      return {
        heading: text.sessionOver,
        icon: 'lock',
        detail: text.sessionOverDetail,
        ways: [{ label: text.signInAgain, action: { kind: 'extend-session' } }],
      };
    case 'homeless':
      return { heading: text.homeless, icon: 'warning', detail: text.homelessDetail, ways: [] };
  }
}

const wayTexts = {
  again: 'retry',
  undo: 'undo',
  'start-over': 'startOver',
  download: 'retry',
} as const satisfies Record<WayKind, string>;

function failurePanel(
  { failure, way, seconds }: PanelState & { kind: 'failure' },
  shownSince: Date | null,
  language: Language,
  steady: boolean,
): PanelWords {
  const text = panelTexts(language, steady);
  const words = failureWords(failure, language, steady);
  const kept =
    shownSince && way !== 'download' ? fill(text.keeps, { time: formatTime(shownSince, language) }) : '';
  const planned =
    seconds === null
      ? ''
      : fill(seconds === 1 ? text.againSecond : text.againSeconds, { seconds: String(seconds) });
  const heading = way === 'download' ? text.downloadFailed : words.heading;
  return {
    ...words,
    heading,
    detail: [words.detail, kept, planned].filter((part) => part !== '').join(' '),
    ways: [
      ...failure.waysOut.map(({ label, query }): Way => ({
        label: label[language],
        action: { kind: 'apply', query },
      })),
      { label: seconds === null ? text[wayTexts[way]] : text.retryNow, action: { kind: way } },
      ...(failure.code === 'ERR_NOT_RELEASABLE'
        ? [{ label: text.why, action: { kind: 'why' }, quiet: true } as const]
        : []),
    ],
    code: failure.case ? `${failure.code} · ${fill(text.case, { id: failure.case })}` : failure.code,
  };
}

function waitWords({ cells, seconds }: PanelState & { kind: 'loading' }, language: Language): string {
  const text = panelTexts(language, false);
  const large = cells > LARGE ? `${text.large} ` : '';
  if (seconds === null) return large;
  const { least, most } = seconds;
  const usual = least === most ? String(most) : `${least}–${most}`;
  return `${large}${fill(text.usually, { seconds: usual })} `;
}

/** Cells above which a table is called large. */
const LARGE = 50_000;

function again(label: string): Way {
  return { label, action: { kind: 'again' } };
}

function offered({ label, command }: Offer): Way {
  return { label, action: change(command) };
}
