import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CellSetAnswer, type Query } from '@datakube/contract';
import { byElimination } from './elimination.ts';
import { type Ask, filtersOf, joinKnowledge, type Knowledge, learn, TOTAL } from './knowledge.ts';
import { bySubtraction, type Relation, relations } from './relations.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';
import { smallGroups } from './small-groups.ts';
import { askForUnions } from './unions.ts';

// The attacker asks over HTTP as anybody may, and knows rules, hierarchies and source code. A target is
// every hidden cell; the truth is taken from the registers, behind the attacker's back, only to keep score.

const CUBE = 'sundhedsdata-paa-tvaers';

for (const seed of process.env['DATAKUBE_THOROUGH'] ? [1, 2] : [1]) {
  describe(`attacks on everything that is published, seed ${seed}`, () => {
    let sandbox: Sandbox;
    let knowledge: Knowledge;
    /** Both cubes together: they show the same cells where contacts with specialists are concerned. */
    let everything: Knowledge;
    /** The sums the attacker knows, once for all measures that add up over the same dimensions. */
    const systems = new Map<string, readonly Relation[]>();
    before(async () => {
      sandbox = await openSandbox({ citizens: 6000, seed });
      knowledge = await learn(sandbox.ask, CUBE);
      const parts = sandbox.parts.map(async ({ cube, ...place }) => ({
        knowledge: await learn(sandbox.ask, cube),
        ...place,
      }));
      everything = joinKnowledge(knowledge, await Promise.all(parts));
      for (const [measure, over] of everything.additiveOver) {
        const system = String(over.toSorted());
        if (!systems.has(system)) systems.set(system, relations(everything, measure));
      }
    });
    const sumsOf = (measure: string): readonly Relation[] =>
      systems.get(String(everything.additiveOver.get(measure)!.toSorted()))!;

    test('there is something to attack, in every cube', () => {
      assert.equal(sandbox.parts.length, sandbox.cubes.length - 1);
      assert.ok(hidden(everything, 'persons').length > hidden(knowledge, 'persons').length + 1000);
    });

    test('families 1–3: rows, columns and hierarchies subtracted until nothing new turns up', () => {
      for (const [measure, cells] of everything.measures) {
        const recovered = bySubtraction(cells, sumsOf(measure));
        assert.deepEqual([...recovered.keys()].slice(0, 5), [], measure);
      }
    });

    test('families 4 and 44: every combination of sums of both cubes, by elimination', () => {
      for (const measure of ['persons', 'contacts']) {
        const recovered = byElimination(everything.measures.get(measure)!, sumsOf(measure));
        assert.deepEqual(recovered.slice(0, 5), [], measure);
      }
    });

    test('family 35: no two cells differ by few persons, and no parts exceed their whole by few', () => {
      assert.deepEqual(smallGroups(everything, 5).slice(0, 5), []);
    });

    test('families 10–15: unions of several dimensions are sums of what is published', async () => {
      const { shown, kept, wrong } = await askForUnions(sandbox.ask, CUBE, knowledge, 200, seed);
      assert.ok(shown >= 30 && kept >= 30, `${shown} shown, ${kept} kept back`);
      assert.deepEqual(wrong, []);
    });

    test('families 21–22: a rate is shown exactly where its numerator is', async () => {
      const query: Query = {
        measures: ['share-of-population', 'persons', 'contacts-per-1000', 'contacts'],
        rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
        columns: [{ dimension: 'age', level: 'five-year', parents: true }],
        filters: [{ dimension: 'sex', members: ['M'] }],
        totals: true,
      };
      const response = await sandbox.ask(`/v1/cubes/${CUBE}/query`, query);
      const { cells } = CellSetAnswer.parse(await response.json());
      for (const [rate, count] of [
        ['share-of-population', 'persons'],
        ['contacts-per-1000', 'contacts'],
      ] as const) {
        const hides = (measure: string): boolean[] =>
          cells[measure]!.status.map((status) => status === 'suppressed');
        assert.deepEqual(hides(rate), hides(count));
        assert.ok(hides(rate).includes(true) && hides(rate).includes(false));
        cells[rate]!.value.forEach((value, cell) => {
          if (value !== null) assert.notEqual(cells[count]!.value[cell], null);
        });
      }
    });

    test('a planted fault is found: with the larger hidden cells published, the small ones fall', () => {
      const cells = new Map(knowledge.measures.get('persons')!);
      const truth = sandbox.truth(CUBE, 'persons');
      for (const cell of hidden(knowledge, 'persons')) {
        const value = truth(cell);
        if (value >= 5) cells.set(cell, value);
      }
      const recovered = bySubtraction(cells, relations(knowledge, 'persons'));
      assert.ok(recovered.size > 100, `${recovered.size} recovered`);
      for (const [cell, value] of recovered) assert.equal(value, truth(cell), cell);
    });

    test('family 10: a filter on all members but one is hidden when the difference would be', async () => {
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
      assert.deepEqual(codes, municipalitiesOf(knowledge));
      const other = await rowsOf(sandbox.ask, { ...query, columns: [{ dimension: 'sex', level: 'sex' }] });
      assert.deepEqual(other, codes);
      const sorted = await sandbox.ask(`/v1/cubes/${CUBE}/query`, {
        ...query,
        sort: 'persons',
      });
      assert.equal(sorted.status, 400, 'the environment does not sort');
    });

    test('family 31: zero and hidden differ in their status and in nothing else', async () => {
      const ask = sandbox.ask;
      const cells = [...knowledge.measures.get('persons')!];
      const zero = cells.find(([, value]) => value === 0)!;
      const veiled = cells.find(([, value]) => value === null)!;
      const shapes = [];
      for (const [cell] of [zero, veiled]) {
        const filters = filtersOf(knowledge, cell);
        const response = await ask(`/v1/cubes/${CUBE}/query`, {
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
    const response = await ask(`/v1/cubes/${CUBE}/query`, { measures: ['persons'], filters });
    const answer = CellSetAnswer.parse(await response.json());
    if (answer.cells['persons']!.value[0] !== null) found.push(cell);
  }
  return { targets: targets.length, found };
}

async function rowsOf(ask: Ask, query: Query): Promise<string[]> {
  const response = await ask(`/v1/cubes/${CUBE}/query`, query);
  return CellSetAnswer.parse(await response.json()).axes.rows.map(([entry]) => entry!.code);
}
