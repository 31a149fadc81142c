import { openApiDocument } from '@datakube/contract/openapi';
import type { Services } from '../services.ts';
import type { RouteHandler } from './route-environment.ts';

export function openapi({ version, profile }: Services): RouteHandler {
  const document = openApiDocument({ version, profile });
  return (context) => context.json(document);
}
