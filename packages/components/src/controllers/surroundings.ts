/**
 * The nearest ancestor, across shadow roots, that carries an attribute — the element itself first.
 *
 * @returns the attribute's value, or null where no ancestor has it
 */
export function nearestAttribute(element: Element, attribute: string): string | null {
  let at: Element | null = element;
  while (at) {
    const found: Element | null = at.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute);
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
