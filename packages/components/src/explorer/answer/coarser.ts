import type { Cube, Language } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import {
  inSentence,
  nameOfDimension,
  smallerTables,
  type ExplorerState,
  type MembersOf,
} from '../../state/index.ts';
import type { Offer } from '../state-panel/panel-state.ts';
import { texts } from './coarser.texts.ts';

/** Ways on that are offered: more would be a question and not an answer. */
const OFFERED = 2;

/** The choices that make a table small enough, those that keep most of it first. */
export function coarserForSize(
  state: ExplorerState,
  cube: Cube,
  limit: number,
  membersOf: MembersOf,
  language: Language,
): readonly Offer[] {
  return smallerTables(state, cube, limit, membersOf)
    .map(({ command, words }) => ({ command, label: words[language] }))
    .slice(0, OFFERED);
}

/** The coarser choices that may show numbers where all are hidden: a coarser level, or a filter let go. */
export function coarserForNumbers(state: ExplorerState, cube: Cube, language: Language): readonly Offer[] {
  const steps = smallerTables(state, cube, Infinity).map(({ command, words }) => ({
    command,
    label: words[language],
  }));
  const filters = state.filters.map(({ dimension }): Offer => {
    const name = inSentence(nameOfDimension(cube, dimension, language));
    return {
      label: fill(texts[language].filter, { name }),
      command: { kind: 'remove', zone: 'filters', id: dimension },
    };
  });
  const of = (kind: Offer['command']['kind']): Offer[] =>
    steps.filter(({ command }) => command.kind === kind);
  return [...of('level'), ...filters, ...of('remove')].slice(0, OFFERED);
}
