import { type Capabilities, Format } from '@datakube/contract';
import type { Services } from '../services.ts';
import type { RouteHandler } from './route-environment.ts';

export function capabilities({ version, profile, limits }: Services): RouteHandler {
  return (context) => {
    const { id, name, roles, own } = context.get('user');
    return context.json({
      environment: { name: 'Datakube', version, profile },
      user: { signedIn: id !== null, name, roles: [...roles], own: [...own] },
      formats: Format.options,
      limits: { cells: limits.cells },
      synthetic: profile === 'sandbox',
    } satisfies Capabilities);
  };
}
