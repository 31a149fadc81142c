import type { Query } from '@datakube/contract';
import type { ExplorerState } from '../state/explorer-state.ts';

/** The user asks something else: fields, levels, filters, measures or totals have changed. */
export class QueryChangeEvent extends Event {
  static readonly eventName = 'datakube-query-change';
  readonly query: Query;
  readonly state: ExplorerState;

  constructor(query: Query, state: ExplorerState) {
    super(QueryChangeEvent.eventName, { bubbles: true, composed: true });
    this.query = query;
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-query-change': QueryChangeEvent;
  }
}
