import { makePlan } from '../plan/plan.ts';
import { Refusal } from '../problem/refusal.ts';
import { shapeOf } from '../release/cuboid-shape.ts';
import { DEFAULT_LIMITS } from '../services.ts';
import type { CubeModel } from './cube-model.ts';
import type { Complain } from './definition-fault.ts';

/**
 * Checks that the release answers each example of a cube, for anybody who may ask: what is shown first must not be
 * refused.
 */
export function checkExamples(cube: CubeModel, complain: Complain): void {
  const { examples = [], release } = cube.definition;
  const cuboids = release.cuboids.map((cuboid) => ({ ...cuboid, cells: shapeOf(cube, cuboid).cells }));
  const seen = new Set<string>();
  examples.forEach(({ id, query }, index) => {
    const path = ['examples', index];
    if (seen.has(id)) complain([...path, 'id'], `${id} occurs twice`);
    seen.add(id);
    try {
      makePlan(query, cube, { cuboids }, DEFAULT_LIMITS);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { errors = [], detail } = refusal.details;
      if (errors.length === 0) complain([...path, 'query'], detail?.en ?? refusal.message);
      for (const { pointer, message } of errors)
        complain([...path, 'query', ...pointer.split('/').slice(1)], message);
    }
  });
}
