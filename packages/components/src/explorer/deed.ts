import type { Cube, Language, LocalisedText } from '@datakube/contract';
import type { StateAct } from '../events/state-change-event.ts';
import { fill } from '../localisation/texts.ts';
import { inSentence, nameOfMeasure, type Command } from '../state/index.ts';
import { nameOfField } from './announcement.ts';
import { texts } from './deed.texts.ts';

/** How a state came to be: what undo takes back. */
export type Deed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'example'; readonly id: string; readonly name: LocalisedText }
  | { readonly kind: 'way-out' }
  | { readonly kind: 'start-over' }
  /** The page has set the state, or the user went back in the browser. */
  | { readonly kind: 'page' };

/** What a listener to the state is told of a deed; null where no user did it. */
export function actOf(deed: Deed): StateAct | null {
  switch (deed.kind) {
    case 'command':
      return deed.command.kind;
    case 'page':
      return null;
    case 'example':
    case 'way-out':
    case 'start-over':
      return deed.kind;
  }
}

/** A deed in a few words, as they stand after “Undo:”. */
export function shortDeed(deed: Deed, cube: Cube, language: Language): string {
  const text = texts[language];
  switch (deed.kind) {
    case 'command':
      return shortCommand(deed.command, cube, language);
    case 'example':
      return fill(text.example, { name: deed.name[language] });
    case 'way-out':
      return text.wayOut;
    case 'start-over':
      return text.startOver;
    case 'page':
      return text.page;
  }
}

function shortCommand(command: Command, cube: Cube, language: Language): string {
  const text = texts[language];
  const named = (key: keyof typeof text, id: string): string =>
    fill(text[key], { name: inSentence(nameOfField(cube, id, language)) });
  switch (command.kind) {
    case 'place':
    case 'level':
    case 'parents':
    case 'top':
    case 'drill':
      return named(command.kind, command.dimension);
    case 'drill-up':
      return named('drillUp', command.dimension);
    case 'nearest':
      return named('place', command.alternative.shown.dimension);
    case 'filter':
      return named('filter', command.field.dimension);
    case 'measure':
      return named('add', command.measure);
    case 'shift':
    case 'reorder':
      return named('move', command.id);
    case 'remove':
      return named('remove', command.id);
    case 'show-as':
      return fill(text.showAs, { name: inSentence(nameOfMeasure(cube, command.measure, language)) });
    case 'open':
    case 'collapse':
      return text.fold;
    case 'chart':
      return text.view;
    case 'swap':
    case 'totals':
    case 'sort':
    case 'arrange':
    case 'look':
    case 'view':
      return text[command.kind];
  }
}
