/** Room to what it stands beside, and to the edge of the window. */
const GAP = 4;

/** A rectangle on the screen. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Where something goes, and how tall it may be there. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly room: number;
}

/**
 * Below what it explains, or above it where that has no room; never over it, and never over what has focus.
 * Where neither side is tall enough, the taller one, less tall than wished.
 *
 * @param anchor what it explains
 * @param size what it wants
 * @param view the window
 * @param focus what has focus, unless that is inside
 * @returns null where it could stand only over what has focus
 */
export function placeBeside(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  focus: Box | null,
): Place | null {
  const left = Math.max(GAP, Math.min(anchor.left, view.width - size.width - GAP));
  const place = (side: 'below' | 'above'): Place => {
    // What it explains may have been scrolled half out of the window.
    const edge = side === 'below' ? Math.max(0, anchor.bottom) : Math.min(anchor.top, view.height);
    const room = Math.max(0, (side === 'below' ? view.height - edge : edge) - 2 * GAP);
    return { left, top: side === 'below' ? edge + GAP : edge - GAP - Math.min(size.height, room), room };
  };
  const below = place('below');
  const above = place('above');
  const wished = below.room >= size.height || below.room >= above.room ? [below, above] : [above, below];
  const clear = ({ left: start, top, room }: Place): boolean =>
    focus === null ||
    start >= focus.right ||
    start + size.width <= focus.left ||
    top >= focus.bottom ||
    top + Math.min(size.height, room) <= focus.top;
  return wished.find((candidate) => candidate.room > 0 && clear(candidate)) ?? null;
}
