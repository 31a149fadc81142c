import type { Cube, Dimension, Language, Measure } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { inSentence, isUsed, type ExplorerState } from '../../state/index.ts';
import { texts } from './field-list.texts.ts';

/** The unit of a measure, and over which dimensions of the table it does not add up. */
export function measureRemark(
  measure: Measure,
  state: ExplorerState,
  cube: Cube,
  language: Language,
): string {
  const text = texts[language];
  const against = cube.dimensions.filter(({ id }) => isUsed(state, id) && !measure.additiveOver.includes(id));
  const sum =
    measure.kind === 'rate'
      ? text.addsNot
      : against.length > 0
        ? fill(text.addsNotOver, { names: namesInSentence(against, language) })
        : text.adds;
  return `${measure.unit[language]} · ${sum}`;
}

/** Names of dimensions inside a sentence. */
export function namesInSentence(dimensions: readonly Dimension[], language: Language): string {
  return dimensions.map(({ name }) => inSentence(name[language])).join(', ');
}
