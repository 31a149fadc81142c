/**
 * Arrows sideways on a line of a tree: forward opens it or goes to its first child, back closes it or goes to
 * its parent. Up, down, Home and End are the roving controller's.
 *
 * WAI-ARIA Authoring Practices, "Tree View Pattern".
 */
export function stepSideways(event: KeyboardEvent, toggle: (open: boolean) => void): void {
  const line = event.currentTarget;
  if (!(line instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  event.preventDefault();
  const isOpen = line.ariaExpanded === 'true';
  if (event.key === 'ArrowRight') {
    if (isOpen) focus(line.nextElementSibling);
    else if (line.ariaExpanded === 'false') toggle(true);
  } else if (isOpen) {
    toggle(false);
  } else {
    focus(parentOf(line));
  }
}

/** The nearest line above that stands further out. */
function parentOf(line: Element): Element | null {
  let above = line.previousElementSibling;
  while (above && Number(above.ariaLevel) >= Number(line.ariaLevel)) above = above.previousElementSibling;
  return above;
}

function focus(line: Element | null): void {
  if (line instanceof HTMLElement) line.focus();
}
