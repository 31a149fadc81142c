import type { View } from '../state/explorer-state.ts';

/** The user sees the answer as a table or as a chart. */
export class ViewChangeEvent extends Event {
  static readonly eventName = 'datakube-view-change';
  readonly view: View;

  constructor(view: View) {
    super(ViewChangeEvent.eventName, { bubbles: true, composed: true });
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-view-change': ViewChangeEvent;
  }
}
