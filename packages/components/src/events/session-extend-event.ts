/**
 * The user asks to stay signed in. The page extends the session and sets `sessionEnds` anew on the explorer or
 * on the provider around it; where it cannot, it signs in again and brings back the draft.
 *
 * @example
 * ```ts
 * provider.addEventListener('datakube-session-extend', async () => {
 *   provider.sessionEnds = await portal.extendSession();
 * });
 * ```
 */
export class SessionExtendEvent extends Event {
  static readonly eventName = 'datakube-session-extend';
  /** What is chosen, as the parameters of a link. */
  readonly draft: string;

  constructor(draft: string) {
    super(SessionExtendEvent.eventName, { bubbles: true, composed: true });
    this.draft = draft;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-session-extend': SessionExtendEvent;
  }
}
