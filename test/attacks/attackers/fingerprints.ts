import { CellSetAnswer, Cube, type Query } from '@datakube/contract';
import { type FileFormat, readFileRows } from '../../formats/file-rows.ts';
import type { Attack, Claim } from '../bounty.ts';
import { type Evidence, finestHidden } from '../evidence.ts';
import { cellName, filtersOf, type Knowledge, TOTAL } from '../knowledge.ts';

/** What a cell looks like from the outside, whatever its place: all hidden cells must look alike. */
type Look = readonly [cell: string, look: string];

/**
 * Hidden cells that look different are claimed to be small, but for a look that is both the commonest and that
 * of the coarsest cells: sums of many are rarely few. Where a look is also that of published cells with one number, that is claimed to be the number.
 */
function tellApart(
  hidden: readonly Look[],
  published: readonly (readonly [look: string, value: number])[] = [],
): Claim[] {
  const byLook = Map.groupBy(hidden, ([, look]) => look);
  if (byLook.size < 2) return [];
  const values = Map.groupBy(published, ([look]) => look);
  const coarsest = Math.min(...[...byLook.values()].map(fineness));
  const most = Math.max(...[...byLook.values()].map((cells) => cells.length));
  const areEqual = [...byLook.values()].every((cells) => fineness(cells) === coarsest);
  return [...byLook].flatMap(([look, cells]) => {
    const seen = new Set((values.get(look) ?? []).map(([, value]) => value));
    const isOdd = areEqual || fineness(cells) > coarsest || cells.length < most;
    return cells.flatMap(([cell]): Claim[] => {
      if (seen.size === 1) {
        const [value] = seen;
        return [{ cell, says: 'range', measure: 'persons', low: value!, high: value! }];
      }
      return isOdd ? [{ cell, says: 'small' }] : [];
    });
  });
}

/** Mean number of dimensions in which cells stand at a member. */
function fineness(looks: readonly Look[]): number {
  const members = looks.map(([cell]) => cell.split('|').filter((code) => code !== TOTAL).length);
  return members.reduce((sum, each) => sum + each, 0) / looks.length;
}

/** A query for all of a cuboid, as the catalogue declares it. */
async function cuboidQueries({
  anonymous,
  whole,
}: Evidence): Promise<{ query: Query; dimensions: string[] }[]> {
  const cube = Cube.parse(await (await anonymous(`/v1/cubes/${whole}`)).json());
  return cube.release.cuboids.map(({ dimensions }) => ({
    dimensions: dimensions.map(({ dimension }) => dimension),
    query: {
      measures: ['persons', 'visits', 'share'],
      rows: dimensions.map((part) => ({ ...part, parents: true })),
      totals: true,
    },
  }));
}

function nameFrom({ dimensions }: Knowledge, codes: ReadonlyMap<string, string>): string {
  return cellName(dimensions.map((dimension) => codes.get(dimension) ?? TOTAL));
}

/** Family 8 in JSON: everything there is one of for each cell, whatever it is called. */
export const marksInJson: Attack = {
  families: [8],
  name: 'marks of hidden cells in JSON, known or not',
  run: async (evidence) => {
    const looks: Look[] = [];
    for (const { query } of await cuboidQueries(evidence)) {
      const response = await evidence.anonymous(`/v1/cubes/${evidence.whole}/query`, query);
      const body: unknown = await response.json();
      const { axes } = CellSetAnswer.parse(body);
      const columns = columnsOf(body, axes.rows.length);
      axes.rows.forEach((tuple, row) => {
        const codes = new Map(
          tuple.map(({ dimension, code, kind }) => [dimension, kind === 'total' ? TOTAL : code]),
        );
        const cell = nameFrom(evidence.ofWhole, codes);
        if (evidence.ofWhole.measures.get('persons')!.get(cell) !== null) return;
        looks.push([cell, JSON.stringify(columns.map((column) => column[row]))]);
      });
    }
    return tellApart(looks);
  },
};

/** Every array in a document that has one entry for each cell, but for the axes. */
function columnsOf(body: unknown, cells: number, path = ''): unknown[][] {
  if (path.startsWith('/axes') || typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body) && body.length === cells) return [body];
  return Object.entries(body).flatMap(([key, value]) => columnsOf(value, cells, `${path}/${key}`));
}

/** Families 8 and 28 in files: all columns but those that say which cell it is. */
export function marksIn(format: FileFormat): Attack {
  return {
    families: [8, 28],
    name: `marks and numbers of hidden cells in ${format}`,
    run: async (evidence) => {
      const looks: Look[] = [];
      const claims: Claim[] = [];
      for (const { query, dimensions } of await cuboidQueries(evidence)) {
        const path = `/v1/cubes/${evidence.whole}/query?format=${format}`;
        const response = await evidence.anonymous(path, query);
        const rows = await readFileRows(format, response);
        for (const row of rows) {
          const codes = new Map(
            dimensions.map((id) => [id, knownCode(evidence.ofWhole, id, String(row[id]))]),
          );
          const cell = nameFrom(evidence.ofWhole, codes);
          if (evidence.ofWhole.measures.get('persons')!.get(cell) !== null) continue;
          const rest = Object.entries(row).filter(([key]) => !dimensions.some((id) => key.startsWith(id)));
          looks.push([cell, JSON.stringify(rest)]);
          const value = Number.parseFloat(String(row['persons'] ?? ''));
          if (!Number.isNaN(value)) {
            claims.push({ cell, says: 'range', measure: 'persons', low: value, high: value });
          }
        }
      }
      return [...claims, ...tellApart(looks)];
    },
  };
}

const knownCode = ({ children }: Knowledge, dimension: string, code: string): string =>
  [...children.get(dimension)!.values()].some((codes) => codes.includes(code)) ? code : TOTAL;

/** Headers that differ from answer to answer for reasons of their own. */
const OF_THE_MOMENT = ['date', 'x-request-id', 'content-digest', 'content-length', 'keep-alive'];

/** Families 30 to 32: each hidden cell asked for alone; status, headers, shape, and the body but for names. */
export const oneByOne: Attack = {
  families: [30, 31, 32],
  name: 'each hidden cell alone: status, headers, shape of the answer',
  run: async (evidence) => {
    const cells = evidence.ofWhole.measures.get('persons')!;
    const looks: Look[] = [];
    const published: [string, number][] = [];
    // Published ones to compare with: a header that follows the number gives itself away there.
    const others = [...cells].filter(([, value]) => value !== null).map(([cell]) => cell);
    for (const cell of [...finestHidden(evidence.ofWhole, 150), ...others.slice(0, 60)]) {
      const value = cells.get(cell)!;
      const filters = filtersOf(evidence.ofWhole, cell);
      const look = await lookOf(evidence, { measures: ['persons'], filters });
      if (value === null) looks.push([cell, look]);
      else published.push([look, value]);
    }
    return tellApart(looks, published);
  },
};

async function lookOf({ anonymous, whole }: Evidence, query: Query): Promise<string> {
  const response = await anonymous(`/v1/cubes/${whole}/query`, query);
  const headers = [...response.headers]
    .filter(([name]) => !OF_THE_MOMENT.includes(name))
    // The record names the question by its digest, which every question has of its own.
    .map(([name, value]) => [
      name,
      name === 'datakube-disclosure' ? value.replace(/"digest":"[^"]*"/, '') : value,
    ]);
  const body = (await response.json()) as Record<string, unknown>;
  const axes = JSON.stringify(body['axes'])?.replaceAll(/"(code|label)":"[^"]*"/g, '');
  const rest = Object.keys(body).filter((key) => !['axes', 'cells', 'notes'].includes(key));
  return JSON.stringify([response.status, headers, axes, rest]);
}

/** Families 32 and 40: questions that are refused. What is asked for must not matter beyond its names. */
export const refusals: Attack = {
  families: [32, 40],
  name: 'refusals worded alike, whatever the cell holds',
  run: async (evidence) => {
    const looks: Look[] = [];
    for (const cell of finestHidden(evidence.ofWhole, 100)) {
      const filters = filtersOf(evidence.ofWhole, cell);
      // No cuboid is so fine: refused for its dimensions alone.
      const rows = evidence.ofWhole.dimensions
        .filter((dimension) => !filters.some((filter) => filter.dimension === dimension))
        .map((dimension) => ({ dimension, level: FINEST[dimension]! }));
      const response = await evidence.anonymous(`/v1/cubes/${evidence.whole}/query`, {
        measures: ['persons'],
        rows: rows.slice(0, 4),
        filters,
      });
      const { status } = response;
      const body = (await response.json()) as Record<string, unknown>;
      const place = evidence.ofWhole.dimensions.filter((id) =>
        filters.some(({ dimension }) => dimension === id),
      );
      const words = status === 200 ? '' : JSON.stringify([body['code'], body['title'], body['detail']]);
      looks.push([cell, JSON.stringify([status, words, status === 200 ? place : []])]);
    }
    // Which levels are asked for decides whether it is refused; cells are compared within those.
    const byPlace = Map.groupBy(looks, ([cell]) => cell.split('|').map(levelOf(evidence.ofWhole)).join());
    return [...byPlace.values()].flatMap((some) => tellApart(some));
  },
};

const FINEST: Readonly<Record<string, string>> = {
  place: 'town',
  age: 'narrow',
  sex: 'sex',
  time: 'month',
  disease: 'disease',
  sector: 'sector',
  form: 'form',
};

const levelOf =
  ({ dimensions, children }: Knowledge) =>
  (code: string, at: number): number => {
    const all = children.get(dimensions[at]!)!;
    const depth = (of: string): number => {
      const parent = [...all].find(([, codes]) => codes.includes(of))?.[0];
      return parent === undefined ? 0 : 1 + depth(parent);
    };
    return depth(code);
  };
