import type { CellSetAnswer, MembersFilter, Query } from '@datakube/contract';
import type { Arena } from '../arena/arena.ts';
import type { Ask } from '../knowledge.ts';

/** A fault between the environment and the attacker: what is asked, what was answered, what arrives. */
export type Fault = (arena: Arena) => (ask: Ask) => Ask;

export type Writable<Type> = { -readonly [Key in keyof Type]: Writable<Type[Key]> };

/** Alters answers of the whole cube in JSON that have cells. */
export function altered(
  change: (answer: Writable<CellSetAnswer>, query: Query, response: Response) => void | Response,
): (ask: Ask) => Ask {
  return (ask) => async (path, body) => {
    const response = await ask(path, body);
    if (!path.endsWith('/tiny/query') || !response.ok) return response;
    const answer = (await response.json()) as Writable<CellSetAnswer>;
    const changed = change(answer, body as Query, response);
    return changed ?? new Response(JSON.stringify(answer), { headers: response.headers });
  };
}

/** The filters that name members. */
export function named({ filters = [] }: Query): MembersFilter[] {
  return filters.filter((filter): filter is MembersFilter => 'members' in filter);
}

/** Rows of an answer in another order, or some of them alone. */
export function reorder(answer: Writable<CellSetAnswer>, rows: readonly number[], across: number): void {
  answer.axes.rows = rows.map((row) => answer.axes.rows[row]!);
  for (const cells of Object.values(answer.cells)) {
    for (const key of ['value', 'status'] as const) {
      const old = cells[key] as unknown[];
      Object.assign(cells, { [key]: rows.flatMap((row) => old.slice(row * across, (row + 1) * across)) });
    }
  }
}
