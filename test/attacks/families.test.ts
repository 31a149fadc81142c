import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Cube, CellSetAnswer, type Query } from '@datakube/contract';
import { byElimination } from './elimination.ts';
import { type Ask, type Knowledge, learn, TOTAL } from './knowledge.ts';
import { bySubtraction, type Relation, relations } from './relations.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

// The attacker asks over HTTP as anybody may, and knows rules, hierarchies and source code. A target is
// every hidden cell; the truth is taken from the registers, behind the attacker's back, only to keep score.

for (const seed of [1, 2]) {
  describe(`attacks on everything that is published, seed ${seed}`, () => {
    let sandbox: Sandbox;
    const learnt = new Map<string, Knowledge>();
    before(async () => {
      sandbox = await openSandbox({ citizens: 6000, seed });
      for (const { id } of sandbox.cubes) learnt.set(id, await learn(sandbox.ask, id));
    });

    test('there is something to attack', () => {
      for (const knowledge of learnt.values()) assert.ok(hidden(knowledge, 'persons').length > 1000);
    });

    test('families 1–3: rows, columns and hierarchies subtracted until nothing new turns up', () => {
      for (const knowledge of learnt.values()) {
        const systems = new Map<string, Relation[]>();
        for (const [measure, cells] of knowledge.measures) {
          const system = additivity(knowledge, measure);
          const sums = systems.get(system) ?? relations(knowledge, measure);
          systems.set(system, sums);
          const recovered = bySubtraction(cells, sums);
          assert.deepEqual([...recovered.keys()].slice(0, 5), [], `${knowledge.cube.id}, ${measure}`);
        }
      }
    });

    test('family 4: every combination of sums, by elimination', () => {
      for (const knowledge of learnt.values()) {
        // Measures that add up over the same dimensions have the same system: one of each is enough.
        for (const measure of ['persons', eventsOf(knowledge.cube)]) {
          const cells = knowledge.measures.get(measure)!;
          const recovered = byElimination(cells, relations(knowledge, measure));
          assert.deepEqual(recovered.slice(0, 5), [], `${knowledge.cube.id}, ${measure}`);
        }
      }
    });

    test('a planted fault is found: with the larger hidden cells published, the small ones fall', () => {
      const knowledge = learnt.get('sundhedsdata-paa-tvaers')!;
      const cells = new Map(knowledge.measures.get('persons')!);
      const truth = sandbox.truth('sundhedsdata-paa-tvaers', 'persons');
      for (const cell of hidden(knowledge, 'persons')) {
        const value = truth(cell);
        if (value >= 5) cells.set(cell, value);
      }
      const recovered = bySubtraction(cells, relations(knowledge, 'persons'));
      assert.ok(recovered.size > 100, `${recovered.size} recovered`);
      for (const [cell, value] of recovered) assert.equal(value, truth(cell), cell);
    });

    test('family 10: a filter on all members but one is hidden when the difference would be', async () => {
      const knowledge = learnt.get('sundhedsdata-paa-tvaers')!;
      const recovered = await differencing(sandbox.ask, knowledge);
      assert.ok(recovered.targets >= 20, `${recovered.targets} targets`);
      assert.deepEqual(recovered.found, []);
    });

    test('family 26: rows come in the order of the code list, whatever the values', async () => {
      const query: Query = {
        measures: ['persons'],
        rows: [{ dimension: 'residence', level: 'municipality' }],
        columns: [{ dimension: 'chronic-disease', level: 'disease' }],
      };
      const codes = await rowsOf(sandbox.ask, query);
      assert.deepEqual(codes, municipalitiesOf(learnt.get('sundhedsdata-paa-tvaers')!));
      const other = await rowsOf(sandbox.ask, { ...query, columns: [{ dimension: 'sex', level: 'sex' }] });
      assert.deepEqual(other, codes);
      const sorted = await sandbox.ask('/v1/cubes/sundhedsdata-paa-tvaers/query', {
        ...query,
        sort: 'persons',
      });
      assert.equal(sorted.status, 400, 'the environment does not sort');
    });

    test('family 31: zero and hidden differ in their status and in nothing else', async () => {
      const knowledge = learnt.get('sundhedsdata-paa-tvaers')!;
      const ask = sandbox.ask;
      const cells = [...knowledge.measures.get('persons')!];
      const zero = cells.find(([, value]) => value === 0)!;
      const veiled = cells.find(([, value]) => value === null)!;
      const shapes = [];
      for (const [cell] of [zero, veiled]) {
        const filters = filtersOf(knowledge, cell);
        const response = await ask('/v1/cubes/sundhedsdata-paa-tvaers/query', {
          measures: ['persons'],
          filters,
        });
        const answer = CellSetAnswer.parse(await response.json());
        shapes.push([
          response.status,
          answer.axes.rows.length,
          answer.axes.columns.length,
          [...response.headers.keys()],
        ]);
      }
      assert.deepEqual(shapes[0], shapes[1]);
    });
  });
}

/** In the order of the member list, region by region. */
const municipalitiesOf = ({ children }: Knowledge): string[] => {
  const residence = children.get('residence')!;
  return residence.get(TOTAL)!.flatMap((region) => residence.get(region)!);
};

const hidden = ({ measures }: Knowledge, measure: string): string[] =>
  [...measures.get(measure)!].filter(([, value]) => value === null).map(([cell]) => cell);

const additivity = ({ cube }: Knowledge, measure: string): string =>
  String(cube.measures.find(({ id }) => id === measure)!.additiveOver.toSorted());

const eventsOf = (cube: Cube): string => cube.measures.find(({ kind }) => kind === 'events')!.id;

const filtersOf = (knowledge: Knowledge, cell: string): { dimension: string; members: string[] }[] =>
  cell
    .split('|')
    .flatMap((code, at) =>
      code === TOTAL ? [] : [{ dimension: knowledge.dimensions[at]!, members: [code] }],
    );

/** Asks for "everywhere but in M" beside hidden kommuner, by a filter that takes the others together. */
async function differencing(ask: Ask, knowledge: Knowledge): Promise<{ targets: number; found: string[] }> {
  const residence = knowledge.dimensions.indexOf('residence');
  const municipalities = municipalitiesOf(knowledge);
  const cells = knowledge.measures.get('persons')!;
  const targets = hidden(knowledge, 'persons')
    .filter((cell) => municipalities.includes(cell.split('|')[residence]!))
    .filter((cell) => cells.get(cell.split('|').with(residence, TOTAL).join('|')) != null)
    .filter((_, index) => index % 97 === 0)
    .slice(0, 60);
  const found: string[] = [];
  for (const cell of targets) {
    const others = municipalities.filter((code) => code !== cell.split('|')[residence]);
    const filters = filtersOf(knowledge, cell).filter(({ dimension }) => dimension !== 'residence');
    filters.push({ dimension: 'residence', members: others });
    const response = await ask('/v1/cubes/sundhedsdata-paa-tvaers/query', { measures: ['persons'], filters });
    const answer = CellSetAnswer.parse(await response.json());
    if (answer.cells['persons']!.value[0] !== null) found.push(cell);
  }
  return { targets: targets.length, found };
}

async function rowsOf(ask: Ask, query: Query): Promise<string[]> {
  const response = await ask('/v1/cubes/sundhedsdata-paa-tvaers/query', query);
  return CellSetAnswer.parse(await response.json()).axes.rows.map(([entry]) => entry!.code);
}
