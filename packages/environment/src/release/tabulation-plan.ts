import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { levelSize } from '../cubes/dimension-model.ts';
import type { Grouping } from '../engines/engine.ts';

/** Two cuboids share a question only while its answer stays below this many possible groups. */
const SHARED_GROUPS = 2 ** 24;

/** One question to the engine, and the cuboids (by position) whose cells it answers. */
export interface TabulationStep {
  readonly by: readonly Grouping[];
  readonly cuboids: readonly number[];
}

/**
 * What to ask the engine so that every cell of the declared cuboids can be filled exactly.
 *
 * Persons do not add up over time, diseases or sectors, so each combination of their levels is a
 * question of its own; over residence, age and sex the finest level is asked and summed afterwards.
 * Cuboids that need the same combination share one question, at the finest levels any of them wants.
 */
export function planTabulation(cube: CubeModel): TabulationStep[] {
  const additive = additiveDimensions(cube);
  const shared = new Map<string, Question[]>();
  cube.definition.release.cuboids.forEach((cuboid, position) => {
    const parts = cuboid.dimensions.map((part) => ({
      ...part,
      depth: cube.dimension(part.dimension)!.depthOf.get(part.level)!,
    }));
    const summed = new Map(
      parts.filter((part) => additive.has(part.dimension)).map((part) => [part.dimension, part.depth]),
    );
    const exact = parts.filter((part) => !additive.has(part.dimension));
    for (const combination of levelCombinations(cube, exact)) {
      const key = [...combination]
        .map(([id, depth]) => `${id}.${depth}`)
        .sort()
        .join();
      const questions = shared.get(key) ?? [];
      shared.set(key, questions);
      addToQuestions(cube, questions, { exact: combination, summed, cuboids: [position] });
    }
  });
  return [...shared.values()].flat().map(({ exact, summed, cuboids }) => ({
    by: cube.dimensions.flatMap((dimension) => {
      const depth = exact.get(dimension.definition.id) ?? summed.get(dimension.definition.id);
      return depth ? [{ dimension: dimension.definition.id, level: levelAt(dimension, depth) }] : [];
    }),
    cuboids,
  }));
}

/** Dimensions over which persons add up within a period. */
export function additiveDimensions(cube: CubeModel): ReadonlySet<string> {
  const persons = cube.definition.measures.find((measure) => measure.kind === 'persons');
  return new Set(persons?.kind === 'persons' ? persons.additiveOver : []);
}

type Depths = ReadonlyMap<string, number>;

interface Question {
  readonly exact: Depths;
  readonly summed: Depths;
  readonly cuboids: readonly number[];
}

/** Joins the first question that stays small enough, or becomes one of its own. */
function addToQuestions(cube: CubeModel, questions: Question[], question: Question): void {
  for (const [index, other] of questions.entries()) {
    const summed = new Map(other.summed);
    for (const [id, depth] of question.summed) summed.set(id, Math.max(depth, summed.get(id) ?? 0));
    if (possibleGroups(cube, question.exact) * possibleGroups(cube, summed) > SHARED_GROUPS) continue;
    questions[index] = { exact: other.exact, summed, cuboids: [...other.cuboids, ...question.cuboids] };
    return;
  }
  questions.push(question);
}

function possibleGroups(cube: CubeModel, depths: Depths): number {
  let groups = 1;
  for (const [id, depth] of depths) {
    const dimension = cube.dimension(id)!;
    if (depth > 0) groups *= levelSize(dimension, levelAt(dimension, depth));
  }
  return groups;
}

/** Every way to put each dimension on one of its levels down to a depth, or on its total (left out). */
function levelCombinations(
  cube: CubeModel,
  parts: readonly { readonly dimension: string; readonly depth: number }[],
): Depths[] {
  return parts.reduce<Depths[]>(
    (combinations, { dimension, depth }) => {
      const lowest = cube.dimension(dimension)!.definition.total ? 0 : 1;
      return combinations.flatMap((combination) =>
        Array.from({ length: depth - lowest + 1 }, (_, step) =>
          step + lowest === 0 ? combination : new Map([...combination, [dimension, step + lowest]]),
        ),
      );
    },
    [new Map()],
  );
}

function levelAt(dimension: DimensionModel, depth: number): string {
  return dimension.definition.levels[depth - 1]!.id;
}
