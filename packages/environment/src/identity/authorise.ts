import type { CubeModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import type { User } from './user.ts';

/** May this user ask this cube? Only with one of the roles its owner names. */
export function mayAsk(user: User, cube: CubeModel): boolean {
  return cube.definition.access.some((role) => user.roles.includes(role));
}

/** @throws Refusal `ERR_FORBIDDEN` */
export function authorise(user: User, cube: CubeModel): void {
  if (!mayAsk(user, cube)) throw new Refusal('ERR_FORBIDDEN');
}
