/** A release that cannot follow the one before. The one before stays as it is. */
export class SuccessionError extends Error {
  override readonly name = 'SuccessionError';

  constructor(cube: string, reason: string, options?: ErrorOptions) {
    super(`${cube} cannot be published again: ${reason}`, options);
  }
}
