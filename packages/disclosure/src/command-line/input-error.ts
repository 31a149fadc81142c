/** Something is wrong with what the user gave; the message says what. Ends the command with status 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
