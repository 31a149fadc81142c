import { CellSetAnswer, Cube, MemberList, type Query, type Tuple } from '@datakube/contract';

/** Asks the environment as anybody could. */
export type Ask = (path: string, body?: unknown) => Promise<Response>;

/** A node of a dimension as the attacker sees it: the codes below it, none for a leaf. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** What is published about a cube, or about several that show the same cells. */
export interface Knowledge {
  readonly dimensions: readonly string[];
  readonly children: ReadonlyMap<string, Children>;
  /** Per counted measure the dimensions over which it adds up. */
  readonly additiveOver: ReadonlyMap<string, readonly string[]>;
  /** Per measure one entry per cell, null where it is hidden. */
  readonly measures: ReadonlyMap<string, Map<string, number | null>>;
}

/** Code of a total in a cell's name. */
export const TOTAL = '*';

/** The name of a cell: its code in every dimension of the cube. */
export const cellName = (codes: readonly string[]): string => codes.join('|');

/** Filters that ask for one cell. */
export const filtersOf = (knowledge: Knowledge, cell: string): { dimension: string; members: string[] }[] =>
  cell
    .split('|')
    .flatMap((code, at) =>
      code === TOTAL ? [] : [{ dimension: knowledge.dimensions[at]!, members: [code] }],
    );

/** Learns every cell of every cuboid of a cube through the front door. */
export async function learn(ask: Ask, cubeId: string): Promise<Knowledge> {
  const cube = Cube.parse(await (await ask(`/v1/cubes/${cubeId}`)).json());
  const dimensions = cube.dimensions.map(({ id }) => id);
  const children = new Map<string, Children>();
  for (const id of dimensions) children.set(id, await learnMembers(ask, cube, id));
  const counted = cube.measures.filter(({ kind }) => kind !== 'rate');
  const measures = new Map(counted.map(({ id }) => [id, new Map<string, number | null>()]));
  const additiveOver = new Map(counted.map((measure) => [measure.id, measure.additiveOver]));
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
  return { dimensions, children, additiveOver, measures };
}

/** Knowledge of a cube whose cells stand at one member of a dimension of another cube. */
export interface Part {
  readonly knowledge: Knowledge;
  readonly dimension: string;
  readonly member: string;
}

/**
 * Takes what is known of a cube and of parts of it together: their cells under common names.
 *
 * @throws Error when two cubes tell one cell in two ways, as where one hides what the other shows
 */
export function joinKnowledge(whole: Knowledge, parts: readonly Part[]): Knowledge {
  const all = [whole, ...parts.map(({ knowledge }) => knowledge)];
  const dimensions = [...new Set(all.flatMap((each) => each.dimensions))];
  const measures = new Map<string, Map<string, number | null>>();
  const additiveOver = new Map<string, string[]>();
  for (const [index, each] of all.entries()) {
    const part = parts[index - 1];
    const codesOf = dimensions.map((dimension): string | number => {
      const at = each.dimensions.indexOf(dimension);
      if (at >= 0) return at;
      return part?.dimension === dimension ? part.member : TOTAL;
    });
    for (const [measure, cells] of each.measures) {
      const over = [...(additiveOver.get(measure) ?? []), ...each.additiveOver.get(measure)!];
      additiveOver.set(measure, [...new Set(over)]);
      const joint = measures.get(measure) ?? new Map<string, number | null>();
      measures.set(measure, joint);
      for (const [name, value] of cells) {
        const own = name.split('|');
        tell(joint, cellName(codesOf.map((code) => (typeof code === 'number' ? own[code]! : code))), value);
      }
    }
  }
  return { dimensions, children: new Map(all.flatMap((each) => [...each.children])), additiveOver, measures };
}

function tell(cells: Map<string, number | null>, name: string, value: number | null): void {
  const known = cells.get(name);
  if (known !== undefined && known !== value) throw new Error(`One cell is told in two ways: ${name}`);
  cells.set(name, value);
}

async function learnMembers(ask: Ask, cube: Cube, dimension: string): Promise<Children> {
  const path = `/v1/cubes/${cube.id}/dimensions/${dimension}/members`;
  const { members } = MemberList.parse(await (await ask(path)).json());
  const children = new Map<string, string[]>();
  for (const { code, parent, of: group } of members) {
    if (group) continue;
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
        tell(cells, name, answer.cells[measure]!.value[r * columns.length + c]!);
      }
    });
  });
}
