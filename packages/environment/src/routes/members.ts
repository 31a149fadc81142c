import type { MemberList } from '@datakube/contract';
import { ROUTES } from '@datakube/contract/openapi';
import { findMembers } from '../cubes/find-members.ts';
import { authorise } from '../identity/authorise.ts';
import { Refusal } from '../problem/refusal.ts';
import { readSearch } from '../request/read-search.ts';
import type { Services } from '../services.ts';
import { findCube } from './find-cube.ts';
import type { RouteHandler } from './route-environment.ts';

/** Names and codes come from public code lists, never from what occurs in the registers. */
export function members(services: Services): RouteHandler {
  return (context) => {
    const model = findCube(services, context);
    authorise(context.get('user'), model);
    const dimension = model.dimension(context.req.param('dimension') ?? '');
    if (!dimension) throw new Refusal('ERR_NOT_FOUND');
    const wanted = readSearch(context.req.url, ROUTES.members.search);
    const found = findMembers(model, dimension.definition.id, wanted);
    if (!found) {
      throw new Refusal('ERR_REQUEST_INVALID', {
        errors: [{ pointer: '/level', message: 'The dimension has no such level' }],
      });
    }
    return context.json({
      cube: model.definition.id,
      dimension: dimension.definition.id,
      members: found,
    } satisfies MemberList);
  };
}
