import type { Shape } from './shape.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** Makes the elements of a drawing. No markup is parsed and no style attribute set: a strict CSP allows it. */
export function draw(shape: Shape): SVGElement {
  const element = document.createElementNS(namespace, shape.tag);
  for (const name in shape.attributes) element.setAttribute(name, shape.attributes[name] ?? '');
  if (shape.text !== '') element.textContent = shape.text;
  for (const child of shape.children) element.append(draw(child));
  return element;
}

/** Draws a whole chart. */
export function drawChart(shape: Shape): SVGSVGElement {
  const element = draw(shape);
  if (!(element instanceof SVGSVGElement)) throw new TypeError(`a chart is an svg, not a ${shape.tag}`);
  return element;
}
