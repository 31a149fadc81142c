import { CellSetAnswer, Cube, MemberList, type Query, type Tuple } from '@datakube/contract';

/** Asks the environment as anybody could. */
export type Ask = (path: string, body?: unknown) => Promise<Response>;

/** A node of a dimension as the attacker sees it: the codes below it, none for a leaf. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** Everything published about a cube: one entry per cell and measure, null where it is hidden. */
export interface Knowledge {
  readonly cube: Cube;
  readonly dimensions: readonly string[];
  readonly children: ReadonlyMap<string, Children>;
  readonly measures: ReadonlyMap<string, Map<string, number | null>>;
}

/** Code of a total in a cell's name. */
export const TOTAL = '*';

/** The name of a cell: its code in every dimension of the cube. */
export const cellName = (codes: readonly string[]): string => codes.join('|');

/** Learns every cell of every cuboid of a cube through the front door. */
export async function learn(ask: Ask, cubeId: string): Promise<Knowledge> {
  const cube = Cube.parse(await (await ask(`/v1/cubes/${cubeId}`)).json());
  const dimensions = cube.dimensions.map(({ id }) => id);
  const children = new Map<string, Children>();
  for (const id of dimensions) children.set(id, await learnMembers(ask, cube, id));
  const measures = new Map<string, Map<string, number | null>>();
  for (const measure of cube.measures) if (measure.kind !== 'rate') measures.set(measure.id, new Map());
  for (const { dimensions: axes } of cube.release.cuboids) {
    const entries = axes.map((axis) => ({ ...axis, parents: true }));
    const half = Math.ceil(entries.length / 2);
    const query: Query = {
      measures: [...measures.keys()],
      rows: entries.slice(0, half),
      columns: entries.slice(half),
      totals: true,
    };
    const response = await ask(`/v1/cubes/${cubeId}/query`, query);
    if (!response.ok) throw new Error(`A released cuboid was refused: ${await response.text()}`);
    keep(CellSetAnswer.parse(await response.json()), dimensions, measures);
  }
  return { cube, dimensions, children, measures };
}

async function learnMembers(ask: Ask, cube: Cube, dimension: string): Promise<Children> {
  const path = `/v1/cubes/${cube.id}/dimensions/${dimension}/members`;
  const { members } = MemberList.parse(await (await ask(path)).json());
  const children = new Map<string, string[]>();
  for (const { code, parent } of members) {
    const above = parent ?? TOTAL;
    children.set(above, [...(children.get(above) ?? []), code]);
  }
  return children;
}

function keep(
  answer: CellSetAnswer,
  dimensions: readonly string[],
  measures: ReadonlyMap<string, Map<string, number | null>>,
): void {
  const place = (codes: string[], tuple: Tuple): string[] => {
    for (const { dimension, code, kind } of tuple) {
      codes[dimensions.indexOf(dimension)] = kind === 'total' ? TOTAL : code;
    }
    return codes;
  };
  const columns = answer.axes.columns;
  answer.axes.rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const name = cellName(
        place(
          place(
            dimensions.map(() => TOTAL),
            row,
          ),
          column,
        ),
      );
      for (const [measure, cells] of measures) {
        const value = answer.cells[measure]!.value[r * columns.length + c]!;
        const known = cells.get(name);
        if (known !== undefined && known !== value) {
          throw new Error(`${measure} of one cell is told in two ways: ${name}`);
        }
        cells.set(name, value);
      }
    });
  });
}
