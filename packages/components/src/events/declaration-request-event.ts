/**
 * The reader asks for what the declaration says of disclosure control. A page that shows the declaration
 * leads there and calls `preventDefault()`; else the explanation says it in place.
 */
export class DeclarationRequestEvent extends Event {
  static readonly eventName = 'datakube-declaration-request';

  constructor() {
    super(DeclarationRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-declaration-request': DeclarationRequestEvent;
  }
}
