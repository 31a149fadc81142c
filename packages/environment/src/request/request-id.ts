const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The id of a request. A portal's own is kept if it is a UUID; any other text could carry what must
 * not be in a log, as a CPR number.
 */
export function chooseRequestId(header: string | undefined): string {
  const given = header?.toLowerCase();
  return given !== undefined && UUID.test(given) ? given : crypto.randomUUID();
}
