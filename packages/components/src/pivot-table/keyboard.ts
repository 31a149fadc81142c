import type { Move } from '../pivot/navigation.ts';

/** What a key press asks of the table. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly kind: 'toggle' | 'menu' | 'go-to' | 'help' | 'escape' }
  | { readonly kind: 'select'; readonly what: 'row' | 'column' | 'all' }
  /** A character: the beginning of a row's name. */
  | { readonly kind: 'type'; readonly text: string };

/** Keys that move. With Shift they extend the selection. */
export const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
  'Control+Home': 'first',
  'Control+End': 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** All other keys of the table. Copying is not among them: the browser tells of it, whichever way it is asked for. */
export const KEYS: Readonly<Record<string, KeyCommand>> = {
  Enter: { kind: 'menu' },
  F2: { kind: 'menu' },
  'Shift+F10': { kind: 'menu' },
  ContextMenu: { kind: 'menu' },
  Space: { kind: 'toggle' },
  'Control+Space': { kind: 'select', what: 'column' },
  'Shift+Space': { kind: 'select', what: 'row' },
  'Control+a': { kind: 'select', what: 'all' },
  'Control+g': { kind: 'go-to' },
  '?': { kind: 'help' },
  Escape: { kind: 'escape' },
};

/** The command of a key, or null where the key is not the table's. */
export function keyCommand(event: KeyboardEvent): KeyCommand | null {
  if (event.altKey) return null;
  const control = event.ctrlKey || event.metaKey ? 'Control+' : '';
  const key = event.key === ' ' ? 'Space' : event.key;
  const character = event.key.length === 1 && event.key !== ' ';
  const move = MOVES[control + key];
  if (move) return { kind: 'move', move, extend: event.shiftKey };
  // Shift is how some characters are written, and part of no command that has one.
  const known =
    KEYS[control + (event.shiftKey && !character ? 'Shift+' : '') + (character ? key.toLowerCase() : key)];
  if (known || control || !character) return known ?? null;
  return { kind: 'type', text: event.key };
}
