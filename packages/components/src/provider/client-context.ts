import type { DatakubeClient } from '@datakube/client';

/** Names what is asked for. A string, so that two copies of the library on a page understand each other. */
export const clientContext = 'datakube-client-1';

export type ClientCallback = (client: DatakubeClient | null, unsubscribe?: () => void) => void;

/**
 * Asks the surroundings for a client, as the context community protocol has it. A provider answers by
 * calling `callback`, again each time its client changes.
 */
export class ClientRequestEvent extends Event {
  readonly context = clientContext;
  readonly callback: ClientCallback;
  readonly subscribe = true;

  constructor(callback: ClientCallback) {
    super('context-request', { bubbles: true, composed: true });
    this.callback = callback;
  }
}

/** True for a request for a client, whichever copy of the library made it. */
export function asksForClient(event: Event): event is ClientRequestEvent {
  return event.type === 'context-request' && 'context' in event && event.context === clientContext;
}
