import { readReference, referTo, type Cube, type Language } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import {
  deedWords,
  idsIn,
  inSentence,
  keptWords,
  meetingOf,
  nameOfDimension,
  nameOfLevel,
  nameOfMeasure,
  outsideWords,
  reachOf,
  type Command,
  type ExplorerState,
  type Look,
  type NameOf,
  type Zone,
} from '../state/index.ts';
import { texts } from './explorer.texts.ts';

/** What a listener hears after a command, and what the table then meets where it has left the release. */
export function announcement(
  command: Command,
  state: ExplorerState,
  cube: Cube,
  language: Language,
  nameOf: NameOf,
): string {
  const done = whatWasDone(command, state, cube, language, nameOf);
  const outside = outsideWords(meetingOf(reachOf(state, cube), cube));
  return outside && CHANGES_REACH.has(command.kind) ? `${done} ${outside[language]}.` : done;
}

const CHANGES_REACH: ReadonlySet<Command['kind']> = new Set([
  'place',
  'level',
  'nearest',
  'filter',
  'remove',
  'open',
  'drill',
  'drill-up',
]);

/** Empty where the view speaks for itself. */
function whatWasDone(
  command: Command,
  state: ExplorerState,
  cube: Cube,
  language: Language,
  nameOf: NameOf,
): string {
  const text = texts[language];
  const zoneName = (zone: Zone): string => text[zone].toLocaleLowerCase(language);
  const placed = (zone: Zone, id: string): string => {
    const ids = idsIn(state, zone);
    if (!ids.includes(id)) return '';
    return fill(text.said_placed, {
      name: nameOfField(cube, id, language),
      zone: zoneName(zone),
      place: String(ids.indexOf(id) + 1),
      count: String(ids.length),
    });
  };
  switch (command.kind) {
    case 'place':
      return placed(command.axis, command.dimension);
    case 'nearest':
      return placed(
        state.rows.some(({ dimension }) => dimension === command.alternative.shown.dimension)
          ? 'rows'
          : 'columns',
        command.alternative.shown.dimension,
      );
    case 'measure':
      return placed('measures', command.measure);
    case 'shift':
    case 'reorder':
      return placed(command.zone, command.id);
    case 'remove': {
      const name = nameOfField(cube, command.id, language);
      return idsIn(state, command.zone).includes(command.id)
        ? fill(text.said_last, { name })
        : fill(text.said_removed, { name, zone: zoneName(command.zone) });
    }
    case 'level':
      return fill(text.said_level, {
        name: nameOfDimension(cube, command.dimension, language),
        level: inSentence(nameOfLevel(cube, command, language)),
      });
    case 'parents':
      return fill(command.parents ? text.said_parents_on : text.said_parents_off, {
        name: nameOfDimension(cube, command.dimension, language),
      });
    case 'filter': {
      const { field } = command;
      const name = nameOfDimension(cube, field.dimension, language);
      return field.keep.kind === 'members' && field.keep.members.length === 0
        ? fill(text.said_removed, { name, zone: zoneName('filters') })
        : fill(text.said_filter, { name, members: keptWords(field, cube, language, nameOf) });
    }
    case 'swap':
      return text.said_swap;
    case 'totals':
      return state.totals ? text.said_totals_on : text.said_totals_off;
    case 'view':
      return command.view === 'table' ? text.said_table : text.said_chart;
    case 'chart':
      return text.said_chart;
    case 'open':
    case 'top':
    case 'show-as':
    case 'sort':
    case 'collapse':
    case 'drill':
    case 'drill-up':
    case 'arrange':
      return deedWords(command, state, cube, language, nameOf);
    case 'look':
      return lookWords(command.look, text) ?? deedWords(command, state, cube, language, nameOf);
  }
}

/** Where one thing was changed that has words of its own. */
function lookWords(
  { labels, totals, sparklines }: Partial<Look>,
  text: (typeof texts)[Language],
): string | null {
  if (sparklines !== undefined) return sparklines ? text.said_sparklines_on : text.said_sparklines_off;
  if (labels) return text[`said_labels_${labels}`];
  return totals ? text[`said_totals_${totals}`] : null;
}

/** The zone a field stands in after a command; null where the command concerns the whole table. */
export function zoneAfter(command: Command): { zone: Zone; id: string } | null {
  switch (command.kind) {
    case 'place':
      return { zone: command.axis, id: command.dimension };
    case 'nearest':
      return { zone: command.axis, id: command.alternative.shown.dimension };
    case 'filter':
      return { zone: 'filters', id: command.field.dimension };
    case 'measure':
      return { zone: 'measures', id: command.measure };
    case 'shift':
    case 'reorder':
    case 'remove':
      return { zone: command.zone, id: command.id };
    case 'level':
    case 'parents':
    case 'swap':
    case 'totals':
    case 'view':
    case 'chart':
    case 'open':
    case 'top':
    case 'sort':
    case 'collapse':
    case 'drill':
    case 'drill-up':
    case 'arrange':
    case 'look':
      return null;
    case 'show-as':
      return { zone: 'measures', id: referTo(readReference(command.measure).measure, command.derivation) };
  }
}

export function nameOfField(cube: Cube, id: string, language: Language): string {
  const { measure } = readReference(id);
  const known = cube.measures.some((candidate) => candidate.id === measure);
  return known ? nameOfMeasure(cube, id, language) : nameOfDimension(cube, id, language);
}
