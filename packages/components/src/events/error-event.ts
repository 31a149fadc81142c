/** Something the user asked for could not be shown. `code` is stable; the user has been told. */
export class DatakubeErrorEvent extends Event {
  static readonly eventName = 'datakube-error';
  readonly code: string;
  readonly error: unknown;

  constructor(code: string, error: unknown) {
    super(DatakubeErrorEvent.eventName, { bubbles: true, composed: true });
    this.code = code;
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-error': DatakubeErrorEvent;
  }
}
