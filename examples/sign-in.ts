import type { GetToken } from '@datakube/client';

/** The portal's own sign-in. Here the sandbox's stand-in answers; a real portal asks its own. */
export const signIn: GetToken = async () => {
  const answer = await fetch('/sandbox/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'kommunal-analytiker' }),
  });
  if (!answer.ok) throw new Error('The sign-in did not answer.');
  const { token, expiresAt } = (await answer.json()) as { token: string; expiresAt: string };
  return { token, expiresAt };
};
