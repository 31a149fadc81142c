/** A shape of a picture with its paint written out: no classes, no style sheet, nothing that is looked up elsewhere. */
export interface Paint {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Paint[];
  readonly text: string;
}

/** Where a shape stands and what it says to those who do not see it. The rest is paint, and comes from the styles. */
const KEPT =
  /^(id|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|d|width|height|viewBox|transform|pattern\w+|role|aria-label|fill)$/;

/**
 * Reads a drawing of the page with the paint it has there.
 *
 * @param element - an element of a drawing that stands in the document, for only there it has styles
 * @returns null for what leaves no trace: areas to point at, and what is for the page alone
 */
export function paintOf(element: Element): Paint | null {
  const { localName: tag } = element;
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    if (KEPT.test(name)) attributes[name] = value;
  }
  const children = [...element.children].flatMap((child) => paintOf(child) ?? []);
  if (PAINTED.has(tag)) {
    delete attributes['fill'];
    Object.assign(attributes, tag === 'text' ? inkOf(element) : brushOf(element));
    if (!('fill' in attributes) && !('stroke' in attributes)) return null;
  } else if (tag === 'g' && children.length === 0) return null;
  if (tag === 'svg') attributes['font-family'] = getComputedStyle(element).fontFamily.replaceAll('"', "'");
  return { tag, attributes, children, text: children.length === 0 ? (element.textContent ?? '') : '' };
}

const PAINTED: ReadonlySet<string> = new Set(['rect', 'line', 'path', 'circle', 'text']);

/** Fill and outline; without an attribute there is none. */
function brushOf(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  const fill = colour(style.fill);
  const stroke = colour(style.stroke);
  const width = Number.parseFloat(style.strokeWidth);
  const dashes = style.strokeDasharray;
  const outlined = stroke !== 'none' && width > 0;
  return {
    ...(element.localName === 'line' ? {} : fill === 'none' ? NO_FILL[String(outlined)] : { fill }),
    ...(outlined ? { stroke, 'stroke-width': String(width) } : {}),
    ...(outlined && dashes !== 'none' ? { 'stroke-dasharray': dashes.replaceAll('px', '') } : {}),
    ...(outlined && style.strokeLinecap !== 'butt' ? { 'stroke-linecap': style.strokeLinecap } : {}),
    ...(outlined && style.strokeLinejoin !== 'miter' ? { 'stroke-linejoin': style.strokeLinejoin } : {}),
    ...(style.opacity === '1' ? {} : { opacity: style.opacity }),
    ...(style.fillOpacity === '1' ? {} : { 'fill-opacity': style.fillOpacity }),
  };
}

/** A shape with an outline alone must say so, for what says nothing is black. */
const NO_FILL: Readonly<Record<string, Record<string, string>>> = { true: { fill: 'none' }, false: {} };

function inkOf(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  const halo = style.paintOrder.startsWith('stroke') ? brushOf(element) : {};
  return {
    ...halo,
    ...(style.paintOrder.startsWith('stroke') ? { 'paint-order': 'stroke' } : {}),
    fill: colour(style.fill),
    'font-size': String(Number.parseFloat(style.fontSize)),
    ...(style.fontWeight === '400' ? {} : { 'font-weight': style.fontWeight }),
    ...(style.textAnchor === 'start' ? {} : { 'text-anchor': style.textAnchor }),
  };
}

/** A colour as every program reads it: `#0f5499`, `none`, or a pattern of the same drawing. */
export function colour(computed: string): string {
  const pattern = /^url\("?(#[^")]+)"?\)/.exec(computed)?.[1];
  if (pattern) return `url(${pattern})`;
  const [first = 0, second = 0, third = 0, alpha = 1] = (computed.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(
    Number,
  );
  if (computed === 'none' || alpha === 0) return 'none';
  const scale = computed.startsWith('color(') ? 255 : 1;
  return `#${[first, second, third].map((part) => hexadecimal(part * scale)).join('')}`;
}

function hexadecimal(part: number): string {
  return Math.round(Math.max(0, Math.min(255, part)))
    .toString(16)
    .padStart(2, '0');
}
