import type { CubeModel } from '@datakube/environment';
import { cellName, TOTAL } from '../knowledge.ts';
import type { Planted } from './registers.ts';
import type { Truth } from './truth.ts';

/**
 * The cells the planted persons stand in, the finest of each cuboid, where they are fewer than the threshold.
 * Named as cells of the whole cube.
 *
 * @param family the whole cube first, then its parts
 */
export function targetsOf(
  family: readonly CubeModel[],
  planted: readonly Planted[],
  truth: Truth,
): ReadonlySet<string> {
  const whole = family[0]!;
  const targets = new Set<string>();
  for (const person of planted) {
    for (const [month, sector, form] of person.visits) {
      for (const { definition } of family) {
        const { partOf, release } = definition;
        for (const { dimensions } of release.cuboids) {
          const codes = whole.definition.dimensions.map(({ id, source }) => {
            const level = dimensions.find((part) => part.dimension === id)?.level;
            if (partOf?.dimension === id) return partOf.member;
            if (!level) return TOTAL;
            const { town, age, sex, diseases } = person;
            const values: Record<string, number> = { town, age, sex, month, sector, form, diseases };
            return codeAt(whole, id, level, source.multiple ? Math.log2(diseases) : values[source.column]!);
          });
          const cell = cellName(codes);
          const persons = truth(cell, 'persons');
          if (persons > 0 && persons < whole.definition.policy.threshold) targets.add(cell);
        }
      }
    }
  }
  return targets;
}

function codeAt(model: CubeModel, id: string, level: string, leaf: number): string {
  const { definition, members } = model.dimension(id)!;
  let member = members.filter((each) => each?.level === definition.levels.at(-1)!.id)[leaf]!;
  while (member.level !== level) member = members.find((each) => each?.code === member.parent)!;
  return member.code;
}
