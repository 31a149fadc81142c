import type { Move } from '../pivot/navigation.ts';

/** What a key press asks of the table. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly kind: 'activate' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select'; readonly what: 'row' | 'column' | 'all' }
  | { readonly kind: 'escape' };

/** The command of a key, or null where the key is not the table's. Arrows follow the direction of writing. */
export function keyCommand(event: KeyboardEvent, rightToLeft: boolean): KeyCommand | null {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  switch (event.key) {
    case 'ArrowLeft':
      return move(rightToLeft ? 'right' : 'left', event);
    case 'ArrowRight':
      return move(rightToLeft ? 'left' : 'right', event);
    case 'ArrowUp':
      return move('up', event);
    case 'ArrowDown':
      return move('down', event);
    case 'Home':
      return move(control ? 'first' : 'row-start', event);
    case 'End':
      return move(control ? 'last' : 'row-end', event);
    case 'PageUp':
      return move('page-up', event);
    case 'PageDown':
      return move('page-down', event);
    case 'Enter':
    case 'F2':
      return { kind: 'activate' };
    case ' ':
      if (control) return { kind: 'select', what: 'column' };
      return event.shiftKey ? { kind: 'select', what: 'row' } : { kind: 'toggle' };
    case 'a':
    case 'A':
      return control ? { kind: 'select', what: 'all' } : null;
    case 'Escape':
      return { kind: 'escape' };
    default:
      return null;
  }
}

function move(to: Move, event: KeyboardEvent): KeyCommand {
  return { kind: 'move', move: to, extend: event.shiftKey };
}
