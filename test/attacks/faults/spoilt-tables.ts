import { NOT_APPLICABLE, type ProtectedTable, PUBLISHED } from '@datakube/disclosure';
import { makeProtectedTable } from '../../../packages/disclosure/src/table/protected-table.ts';
import type { Spoil } from '../arena/arena.ts';
import type { Counted } from '../arena/truth.ts';

/** Faults in what is published, so that they are in every format and on every page. Never in the product. */

const isCounted = (measure: string): measure is Counted => ['persons', 'visits', 'days'].includes(measure);

function rewrite(
  table: ProtectedTable,
  change: (measure: string, cell: number) => readonly [value: number, status: number] | undefined,
): ProtectedTable {
  const columns = table.shape.measures.map((measure, at) => {
    const { value, status } = table.columns(at);
    const rewritten = { value: value.slice(), status: status.slice() };
    for (let cell = 0; cell < table.cells; cell++) {
      const changed = isCounted(measure) ? change(measure, cell) : undefined;
      if (changed) [rewritten.value[cell], rewritten.status[cell]] = changed;
    }
    return rewritten;
  });
  return makeProtectedTable(table.shape, columns);
}

/** Publishes one cell that had been hidden to protect others. */
export function publishOne(wanted: string): Spoil {
  return (table, nameOf, truth) => {
    const cell = Array.from({ length: table.cells }, (_, at) => at).find((at) => nameOf(at) === wanted);
    if (cell === undefined) return table;
    return rewrite(table, (measure, at) =>
      at === cell ? [truth(wanted, measure as Counted), PUBLISHED] : undefined,
    );
  };
}

/** Tells cells that are hidden for their own sake from the others, by a status that is none of its own. */
export const showPrimary: Spoil = (table, nameOf, truth) => {
  const persons = table.shape.measures.indexOf('persons');
  const small = Uint8Array.from({ length: table.cells }, (_, cell) =>
    table.status(persons, cell) === 'suppressed' && truth(nameOf(cell), 'persons') < 5 ? 1 : 0,
  );
  return rewrite(table, (_, cell) => (small[cell] ? [0, NOT_APPLICABLE] : undefined));
};

/** Hides what is small and nothing beside it. */
export const hideSmallAlone: Spoil = (table, nameOf, truth) => {
  const persons = table.shape.measures.indexOf('persons');
  return rewrite(table, (measure, cell) => {
    const name = nameOf(cell);
    if (table.status(persons, cell) !== 'suppressed' || truth(name, 'persons') < 5) return undefined;
    return [truth(name, measure as Counted), PUBLISHED];
  });
};

/** Hides the number of persons and not what they did. */
export const forgetVisits: Spoil = (table, nameOf, truth) =>
  rewrite(table, (measure, cell) =>
    measure === 'visits' ? [truth(nameOf(cell), 'visits'), PUBLISHED] : undefined,
  );
