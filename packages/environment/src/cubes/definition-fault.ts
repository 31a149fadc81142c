/** One thing that is wrong in a cube definition, and where. */
export interface DefinitionFault {
  readonly cube: string;
  /** JSON pointer into the definition, e.g. `/dimensions/2/levels/0/id`. */
  readonly pointer: string;
  readonly reason: string;
}

/** Collects faults of one cube, so that its owner sees all of them at once. */
export type Complain = (path: readonly PropertyKey[], reason: string) => void;

/**
 * Cube definitions that cannot be used. Holds every fault found, not only the first: an environment
 * does not start with a wrong definition, and mending one fault per start would be slow.
 */
export class CubeDefinitionError extends Error {
  override readonly name = 'CubeDefinitionError';
  readonly faults: readonly DefinitionFault[];

  constructor(faults: readonly DefinitionFault[]) {
    const lines = faults.map((fault) => `  ${fault.cube}${fault.pointer}: ${fault.reason}`);
    super(`Cube definitions are wrong in ${faults.length} place(s)\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/** Writes a path as a JSON pointer (RFC 6901). */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
