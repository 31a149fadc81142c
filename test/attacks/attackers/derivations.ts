import {
  CellSetAnswer,
  Cube,
  type Derivation,
  derivationsOf,
  type Filter,
  type Query,
} from '@datakube/contract';
import type { Attack, Claim } from '../bounty.ts';
import { type Draw, drawsFrom } from '../draws.ts';
import { byElimination } from '../elimination.ts';
import type { Evidence } from '../evidence.ts';
import { cellName, type Knowledge, TOTAL } from '../knowledge.ts';
import { bySubtraction, type Relation, relations } from '../relations.ts';
import { comparisonAt, type Place, solve } from './comparisons.ts';

/** Numbers that follow from derived ones, as sums of cells; and cells that derived numbers fix somehow. */
interface Learned {
  readonly sums: { readonly value: number; readonly parts: readonly string[] }[];
  readonly fixed: Set<string>;
}

/**
 * Family 46: whatever a derived number is made from is calculated back from it: the whole of a share, the period
 * before a change, the base of an index, shown or not, alone or as the union a filter keeps.
 */
export const derivations: Attack = {
  families: [46],
  name: 'shares, changes and indices, calculated back',
  run: async (evidence) => {
    const { anonymous, whole, ofWhole } = evidence;
    const cube = Cube.parse(await (await anonymous(`/v1/cubes/${whole}`)).json());
    const claims: Claim[] = [];
    for (const { id, kind } of cube.measures) {
      const learned: Learned = { sums: [], fixed: new Set() };
      const made = derivationsOf(kind);
      for (const query of questions(cube, ofWhole)) {
        const measures = [id, ...made.map((derivation) => `${id}.${derivation}`)];
        const hasTime = [...query.rows!, ...query.columns!].some(({ dimension }) => dimension === 'time');
        const asked = { ...query, measures: measures.filter((each) => hasTime || !each.endsWith('.index')) };
        const response = await anonymous(`/v1/cubes/${whole}/query`, asked);
        if (!response.ok) throw new Error(`A table was refused: ${await response.text()}`);
        read(CellSetAnswer.parse(await response.json()), asked, id, evidence, learned);
      }
      claims.push(...[...learned.fixed].map((cell): Claim => ({ cell, says: 'determined' })));
      if (kind !== 'rate') claims.push(...followed(ofWhole, id, learned));
    }
    return claims;
  },
};

/** Every cuboid in several layouts, whole and with what a filter keeps; and one period at a time. */
function questions(cube: Cube, knowledge: Knowledge): Omit<Query, 'measures'>[] {
  const draw = drawsFrom(46);
  return cube.release.cuboids.flatMap(({ dimensions }) => {
    const time = dimensions.filter(({ dimension }) => dimension === 'time');
    const others = dimensions.filter(({ dimension }) => dimension !== 'time');
    const layouts = [
      { rows: others, columns: time },
      { rows: time, columns: others },
      { rows: others.slice(1), columns: [...others.slice(0, 1), ...time] },
    ];
    const whole = layouts.map(({ rows, columns }) => ({
      rows: rows.map((entry) => ({ ...entry, parents: true })),
      columns: columns.map((entry) => ({ ...entry, parents: true })),
      totals: true,
    }));
    const kept = layouts.flatMap((layout) =>
      [1, 2, 3].map(() => ({
        ...layout,
        filters: dimensions.flatMap((part) => keep(knowledge, part, draw)),
      })),
    );
    const periods = codesAt(knowledge, time[0]!).map((period) => ({
      rows: others.map((entry) => ({ ...entry, parents: true })),
      columns: [],
      totals: true,
      filters: [{ dimension: 'time', members: [period] }],
    }));
    return [...whole, ...kept, ...periods.slice(0, 4)];
  });
}

/** Two or three members of a level, now and then. */
function keep(
  knowledge: Knowledge,
  part: { readonly dimension: string; readonly level: string },
  draw: Draw,
): Filter[] {
  if (draw(2) === 0) return [];
  const codes = codesAt(knowledge, part);
  const members = [...new Set([0, 1, 2].map(() => codes[draw(codes.length)]!))];
  return [{ dimension: part.dimension, members }];
}

/** Codes of a level, as deep as the level is in the tiny cube. */
function codesAt(
  { children }: Knowledge,
  { dimension, level }: { readonly dimension: string; readonly level: string },
): readonly string[] {
  const all = children.get(dimension)!;
  const isDeep = ['town', 'narrow', 'quarter', 'sector', 'month'].includes(level);
  let codes = all.get(TOTAL)!;
  for (let below = isDeep ? (level === 'month' ? 2 : 1) : 0; below > 0; below--)
    codes = codes.flatMap((code) => all.get(code) ?? []);
  return codes;
}

function read(
  answer: CellSetAnswer,
  query: Query,
  measure: string,
  { ofWhole }: Evidence,
  learned: Learned,
): void {
  const { rows, columns } = answer.axes;
  const persons = ofWhole.measures.get('persons')!;
  const numbers = ofWhole.measures.get(measure);
  for (const [reference, { value }] of Object.entries(answer.cells)) {
    const derivation = reference.split('.')[1] as Derivation | undefined;
    if (!derivation) continue;
    value.forEach((made, at) => {
      if (made === null) return;
      const row = rows[Math.floor(at / columns.length)]!;
      const column = columns[at % columns.length]!;
      const comparison = comparisonAt(derivation, ofWhole, query, [row, column], [rows, columns]);
      if (!comparison) return;
      const [own, other] = [partsOf(ofWhole, comparison.own), partsOf(ofWhole, comparison.other)];
      const known = (parts: readonly string[]): number | null =>
        parts.reduce<number | null>((sum, part) => {
          const number = numbers?.get(part) ?? null;
          return sum === null || number === null ? null : sum + number;
        }, 0);
      const hidden = [...own, ...other].filter((part) => persons.get(part) === null);
      if (hidden.length === 0) return;
      const ownNumber = known(own) ?? answer.cells[measure]!.value[at]!;
      const solved = solve(derivation, made, ownNumber, known(other));
      if (solved) learned.sums.push({ value: solved.value, parts: solved.of === 'own' ? own : other });
      else if (own.length === 1 && other.length === 1) for (const cell of hidden) learned.fixed.add(cell);
    });
  }
}

/** The cells of a place: the product of the members in each dimension. */
function partsOf({ dimensions }: Knowledge, place: Place): string[] {
  let cells: string[][] = [[]];
  for (const id of dimensions)
    cells = cells.flatMap((cell) => (place.get(id) ?? [TOTAL]).map((code) => [...cell, code]));
  return cells.map(cellName);
}

/** What the sums say of hidden cells, beside all that is published. */
function followed(knowledge: Knowledge, measure: string, { sums }: Learned): Claim[] {
  const cells = new Map(knowledge.measures.get(measure)!);
  const known: Relation[] = relations(knowledge, measure);
  sums.forEach(({ value, parts }, at) => {
    if (parts.some((part) => !cells.has(part))) return;
    cells.set(`derived ${at}`, value);
    known.push({ whole: `derived ${at}`, parts });
  });
  return [
    ...[...bySubtraction(cells, known)].map(
      ([cell, value]) => ({ cell, says: 'range', measure, low: value, high: value }) as Claim,
    ),
    ...byElimination(cells, known).map((cell): Claim => ({ cell, says: 'determined' })),
  ];
}
