/**
 * Puts the words of a mark into the tooltip and the tooltip beside the mark: above it where there is room,
 * else below, and never outside the plot. Sizes go through the CSSOM, which a strict CSP allows.
 */
export function placeTip(tip: HTMLElement, plot: HTMLElement, mark: SVGElement | null): void {
  tip.hidden = mark === null;
  if (!mark) return;
  const label = mark.getAttribute('aria-label') ?? '';
  const end = label.lastIndexOf(': ');
  const name = document.createElement('strong');
  name.textContent = label.slice(0, end);
  tip.replaceChildren(name, label.slice(end + 2));

  const field = plot.getBoundingClientRect();
  const area = (mark.querySelector('.area') ?? mark).getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const shape = (mark.querySelector('.bar, .hidden, .point') ?? mark).getBoundingClientRect();
  const middle = shape.left + shape.width / 2 - field.left - size.width / 2;
  const x = Math.max(0, Math.min(middle, field.width - size.width));
  const above = area.top - field.top - size.height - 4;
  const y = above >= -size.height / 2 ? above : area.bottom - field.top + 4;
  tip.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`);
}
