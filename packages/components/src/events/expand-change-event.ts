import type { NodeKey } from '../pivot/node-key.ts';

/** The user folds a member's children away or out. */
export class ExpandChangeEvent extends Event {
  static readonly eventName = 'datakube-expand-change';
  /** The member, with what it stands under: `residence:1081`. */
  readonly key: NodeKey;
  readonly expanded: boolean;
  /** Every member that is folded now. */
  readonly collapsed: readonly NodeKey[];

  constructor(key: NodeKey, expanded: boolean, collapsed: readonly NodeKey[]) {
    super(ExpandChangeEvent.eventName, { bubbles: true, composed: true });
    this.key = key;
    this.expanded = expanded;
    this.collapsed = collapsed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-expand-change': ExpandChangeEvent;
  }
}
