/** Names what is asked for. A string, so that two copies of the library on a page understand each other. */
export const sessionContext = 'datakube-session-1';

export type SessionCallback = (ends: Date | null, unsubscribe?: () => void) => void;

/**
 * Asks the surroundings when the user's session ends, as the context community protocol has it. A provider
 * answers by calling `callback`, again each time the page has set another time.
 */
export class SessionRequestEvent extends Event {
  readonly context = sessionContext;
  readonly callback: SessionCallback;
  readonly subscribe = true;

  constructor(callback: SessionCallback) {
    super('context-request', { bubbles: true, composed: true });
    this.callback = callback;
  }
}

/** True for a question about the session, whichever copy of the library asked it. */
export function asksForSession(event: Event): event is SessionRequestEvent {
  return event.type === 'context-request' && 'context' in event && event.context === sessionContext;
}
