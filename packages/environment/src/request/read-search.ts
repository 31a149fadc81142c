import type * as z from 'zod/mini';
import { fieldErrors } from '../problem/field-errors.ts';
import { Refusal } from '../problem/refusal.ts';

/**
 * The parameters of a query string, checked against the route's schema. One that is given twice or that
 * the route does not know is refused.
 *
 * @throws Refusal `ERR_REQUEST_INVALID`
 */
export function readSearch<Schema extends z.ZodMiniType>(url: string, schema: Schema): z.output<Schema> {
  const search = new URL(url).searchParams;
  const twice = [...new Set(search.keys())].filter((name) => search.getAll(name).length > 1);
  if (twice.length > 0) {
    throw new Refusal('ERR_REQUEST_INVALID', {
      errors: twice
        .slice(0, 20)
        .map((name) => ({ pointer: `/${name.slice(0, 64)}`, message: 'Given twice' })),
    });
  }
  const parsed = schema.safeParse(Object.fromEntries(search), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refusal('ERR_REQUEST_INVALID', { errors: fieldErrors(parsed.error.issues) });
}
