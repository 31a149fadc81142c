import { readReference, type MemberEntry } from '@datakube/contract';
import type { TableRequest } from '../../events/table-request-event.ts';
import { filterField, type Command, type ExplorerState } from '../../state/index.ts';

/**
 * The command that does what a reader has asked for in the table; null for what is no change of it.
 *
 * @param members the members of a dimension, where they are known
 */
export function commandFor(
  request: Exclude<TableRequest, { kind: 'about' }>,
  state: ExplorerState,
  members: (dimension: string) => readonly MemberEntry[],
): Command | null {
  switch (request.kind) {
    case 'keep':
      return keeping(request.dimension, request.level, request.members);
    case 'leave-out': {
      const { dimension, level } = request;
      const left = new Set(request.members);
      const rest = presentMembers(state, dimension, level, members(dimension)).filter(
        (code) => !left.has(code),
      );
      return rest.length > 0 ? keeping(dimension, level, rest) : null;
    }
    case 'open':
    case 'drill':
    case 'drill-up':
    case 'top':
      return request;
    case 'show-as':
      return { kind: 'show-as', measure: shownAs(state, request.measure), derivation: request.derivation };
    case 'hide-measure':
      return { kind: 'remove', zone: 'measures', id: shownAs(state, request.measure) };
    case 'shading': {
      const measure = shownAs(state, request.measure);
      const { [measure]: _, ...others } = state.look.shading;
      const shading = request.shading === null ? others : { ...others, [measure]: request.shading };
      return { kind: 'look', look: { shading } };
    }
    case 'decimals': {
      const decimals = { ...state.look.decimals, [shownAs(state, request.measure)]: request.decimals };
      return { kind: 'look', look: { decimals } };
    }
  }
}

function keeping(dimension: string, level: string, members: readonly string[]): Command {
  return { kind: 'filter', field: { dimension, level, keep: { kind: 'members', members } }, instead: false };
}

/** The members of a level that are shown: those a filter names, otherwise all. */
function presentMembers(
  state: ExplorerState,
  dimension: string,
  level: string,
  all: readonly MemberEntry[],
): readonly string[] {
  const filter = filterField(state, dimension);
  if (filter?.level === level && filter.keep.kind === 'members') return filter.keep.members;
  return all.filter((member) => member.level === level).map(({ code }) => code);
}

/** A measure as it is shown: the table may name it without what is shown of it. */
function shownAs({ measures }: ExplorerState, measure: string): string {
  if (measures.includes(measure)) return measure;
  return measures.find((reference) => readReference(reference).measure === measure) ?? measure;
}
