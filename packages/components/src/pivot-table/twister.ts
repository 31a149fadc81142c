import { render } from 'lit';
import { chevronRight, outline } from '../icons/outline.ts';
import { fill } from '../localisation/texts.ts';
import type { FoldState } from '../pivot/openable.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';

/** Something in a header that can be folded: the header's element and, once it was needed, its button. */
export interface Foldable {
  readonly element: HTMLElement;
  twister: HTMLElement | null;
}

/**
 * Shows whether a header can be folded, and is. The header has the keyboard; the button is for those who
 * point, and the header's accessible name leaves its words out.
 *
 * @param state null where there is nothing to fold
 */
export function showFold(header: Foldable, name: string, state: FoldState, texts: PivotTableTexts): void {
  if (state === null) {
    if (!header.twister) return;
    header.twister.remove();
    header.twister = null;
    header.element.removeAttribute('aria-expanded');
    header.element.removeAttribute('aria-label');
    return;
  }
  if (!header.twister) header.element.prepend((header.twister = createTwister()));
  const expanded = state === 'expanded';
  header.element.setAttribute('aria-expanded', String(expanded));
  header.element.setAttribute('aria-label', name);
  header.twister.setAttribute('aria-label', fill(expanded ? texts.collapse : texts.expand, { name }));
}

let prototype: HTMLElement | undefined;

function createTwister(): HTMLElement {
  prototype ??= twisterPrototype();
  return prototype.cloneNode(true) as HTMLElement;
}

function twisterPrototype(): HTMLElement {
  const twister = document.createElement('button');
  twister.type = 'button';
  twister.className = 'twister';
  twister.tabIndex = -1;
  twister.setAttribute('part', 'twister');
  render(outline(chevronRight), twister);
  return twister;
}
