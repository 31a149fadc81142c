import { referTo, readReference, type Cube, type Language } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import type { Command } from './command.ts';
import { axisField, type ExplorerState, type Sort } from './explorer-state.ts';
import { inSentence, nameOfDimension, nameOfLevel, nameOfMeasure, topWords, type NameOf } from './words.ts';
import { texts } from './deeds.texts.ts';

/** Commands to what stands in the table, as against to the fields it is made of. */
export type TableCommand = Extract<
  Command,
  {
    readonly kind:
      'open' | 'top' | 'show-as' | 'sort' | 'collapse' | 'drill' | 'drill-up' | 'arrange' | 'look';
  }
>;

/**
 * What a listener hears after a command to the table. Empty where the control that was used says it.
 *
 * @param state the state after the command
 */
export function deedWords(
  command: TableCommand,
  state: ExplorerState,
  cube: Cube,
  language: Language,
  nameOf: NameOf,
): string {
  const text = texts[language];
  switch (command.kind) {
    case 'open': {
      const member = nameOf(command.dimension, command.member);
      return fill(command.open ? text.opened : text.closed, { member });
    }
    case 'top': {
      const name = nameOfDimension(cube, command.dimension, language);
      if (command.top === null) return fill(text.all, { name });
      const measure = inSentence(nameOfMeasure(cube, command.top.by, language));
      return fill(text.top, { name, top: topWords(command.top, language), measure });
    }
    case 'show-as': {
      const shown = referTo(readReference(command.measure).measure, command.derivation);
      return fill(text.measure, { measure: inSentence(nameOfMeasure(cube, shown, language)) });
    }
    case 'sort':
      return sortWords(state.sort, cube, language);
    case 'collapse':
      return '';
    case 'drill': {
      const field = axisField(state, command.by ?? command.dimension);
      const by = field ? nameOfLevel(cube, field, language) : '';
      return fill(text.drilled, { member: nameOf(command.dimension, command.member), by: inSentence(by) });
    }
    case 'drill-up': {
      const name = nameOfDimension(cube, command.dimension, language);
      const field = axisField(state, command.dimension);
      if (!field) return fill(text.unfiltered, { name: inSentence(name) });
      return fill(text.up, { name, level: inSentence(nameOfLevel(cube, field, language)) });
    }
    case 'arrange':
      return text.arranged;
    case 'look':
      return text.look;
  }
}

/** How the rows are sorted, in one sentence. */
export function sortWords(sort: Sort | null, cube: Cube, language: Language): string {
  const text = texts[language];
  if (sort === null) return text.unsorted;
  const what = sort.by === 'name' ? text.name : inSentence(nameOfMeasure(cube, sort.measure, language));
  return fill(text.sorted, { what, direction: text[sort.direction] });
}
