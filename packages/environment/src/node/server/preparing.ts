/**
 * Answers while the data are being prepared: the process lives, and is not ready. The port is taken
 * first, so that a port in use is found out before minutes of work and not after.
 */
export function preparing(request: Request): Response {
  if (new URL(request.url).pathname === '/health/live') return Response.json({ status: 'live' });
  const problem = {
    type: 'urn:datakube:problem:unavailable',
    title: 'The data are being prepared',
    status: 503,
    code: 'ERR_UNAVAILABLE',
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '5', 'Cache-Control': 'no-store' },
  });
}
