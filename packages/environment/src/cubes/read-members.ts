import { type DimensionDefinition, Member } from '@datakube/contract';
import * as z from 'zod/mini';
import { calendarMembers, periodsPerYear } from './calendar.ts';
import { type Complain, jsonPointer } from './definition-fault.ts';

const CodeList = z.union([z.array(Member), z.object({ members: z.array(Member) })]);

/** The members of a dimension, from its code list or its calendar; undefined when there is a fault. */
export function readMembers(
  definition: DimensionDefinition,
  codeLists: Readonly<Record<string, unknown>>,
  complain: Complain,
): readonly Member[] | undefined {
  const source = definition.members;
  if ('calendar' in source) return readCalendar(definition, source.calendar, complain);
  if (!Object.hasOwn(codeLists, source.codeList)) {
    complain(['members', 'codeList'], `there is no code list ${source.codeList}`);
    return undefined;
  }
  const parsed = CodeList.safeParse(codeLists[source.codeList]);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path ?? [];
    complain(
      ['members', 'codeList'],
      `the code list ${source.codeList} cannot be read at ${jsonPointer(at) || '/'}`,
    );
    return undefined;
  }
  return Array.isArray(parsed.data) ? parsed.data : parsed.data.members;
}

function readCalendar(
  definition: DimensionDefinition,
  calendar: { readonly from: string; readonly to: string },
  complain: Complain,
): readonly Member[] | undefined {
  const lengths = definition.levels.map((level) => periodsPerYear(level.id));
  let sound = true;
  lengths.forEach((length, index) => {
    const above = index > 0 ? lengths[index - 1] : 0;
    if (length === undefined || (above !== undefined && length <= above)) {
      complain(['levels', index, 'id'], 'a calendar has the levels year, quarter and month, in that order');
      sound = false;
    }
  });
  if (lengths[0] !== 1) {
    complain(['levels', 0, 'id'], 'the first level of a calendar is year');
    sound = false;
  }
  // Attributes of persons are known per year, so part of a year would be counted against the wrong population.
  if (!calendar.from.endsWith('-01-01') || !calendar.to.endsWith('-12-31') || calendar.from > calendar.to) {
    complain(['members', 'calendar'], 'a calendar runs from 1 January to 31 December');
    sound = false;
  }
  if (!sound) return undefined;
  return calendarMembers(
    Number(calendar.from.slice(0, 4)),
    Number(calendar.to.slice(0, 4)),
    definition.levels,
  );
}
