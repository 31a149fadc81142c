import type { Capabilities } from '@datakube/contract';
import { ENCODED } from '../encode/encode.ts';
import type { Services } from '../services.ts';
import type { RouteHandler } from './route-environment.ts';

export function capabilities({ version, profile, limits }: Services): RouteHandler {
  return (context) => {
    const { id, name, roles, own } = context.get('user');
    return context.json({
      environment: { name: 'Datakube', version, profile },
      user: { signedIn: id !== null, name, roles: [...roles], own: [...own] },
      formats: ENCODED,
      limits: { cells: limits.cells },
      synthetic: profile === 'sandbox',
    } satisfies Capabilities);
  };
}
