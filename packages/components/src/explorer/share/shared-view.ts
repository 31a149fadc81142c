import { readReference, type Cube, type Language } from '@datakube/contract';
import { formatRelease } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import {
  firstLayout,
  inSentence,
  isUsed,
  queryOf,
  titleOf,
  toLink,
  type ExplorerState,
  type NameOf,
} from '../../state/index.ts';
import { texts } from './share.texts.ts';
import type { SharedView } from './snippets/snippet.ts';

/** What is shared of a state: its question, its link, and what goes with the numbers wherever they go. */
export function sharedView(
  state: ExplorerState,
  cube: Cube,
  environment: string,
  language: Language,
  nameOf: NameOf,
): SharedView {
  return {
    environment,
    cube: cube.id,
    query: queryOf(state),
    link: toLink(state, firstLayout(cube)),
    language,
    remarks: remarksOn(state, cube, language, nameOf),
  };
}

function remarksOn(state: ExplorerState, cube: Cube, language: Language, nameOf: NameOf): readonly string[] {
  const text = texts[language];
  const sources = cube.declaration.sources.map(({ name }) => name[language]).join(', ');
  const release = formatRelease(cube.release.id);
  return [
    `${titleOf(state, cube, language, nameOf)}.`,
    fill(text.sources, { sources, release }),
    ...(cube.synthetic ? [text.synthetic] : []),
    text.suppressedRemark,
    ...sums(state, cube, language),
  ];
}

/** What must not be added up, of what is asked: persons over dimensions where one may be in several places, and rates at all. */
function sums(state: ExplorerState, cube: Cube, language: Language): readonly string[] {
  const text = texts[language];
  const asked = state.measures.map(readReference);
  const counted = cube.measures.filter(
    ({ id, kind }) => kind !== 'rate' && asked.some(({ measure }) => measure === id),
  );
  const against = cube.dimensions.filter(
    ({ id }) => isUsed(state, id) && counted.some(({ additiveOver }) => !additiveOver.includes(id)),
  );
  const rates = asked.some(
    ({ measure, derivation }) =>
      derivation !== null || cube.measures.some(({ id, kind }) => id === measure && kind === 'rate'),
  );
  const names = against.map(({ name }) => inSentence(name[language])).join(', ');
  return [...(against.length > 0 ? [fill(text.addsNot, { names })] : []), ...(rates ? [text.addsNever] : [])];
}
