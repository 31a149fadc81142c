import * as z from 'zod/mini';
import { IsoDateTime } from './dates.ts';
import { Identifier } from './identifiers.ts';

/** Signs in as one of the sandbox's made-up users. Exists in the sandbox profile alone. */
export const SignInRequest = z.strictObject({ user: Identifier });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** A short-lived access token, to be sent as `Authorization: Bearer …`. */
export const SignInAnswer = z.object({
  token: z.string(),
  expiresAt: IsoDateTime,
  user: z.object({ id: Identifier, name: z.string(), roles: z.array(z.string()) }),
});
export type SignInAnswer = z.infer<typeof SignInAnswer>;
