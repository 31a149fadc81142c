import { isCollapsed, nodeLabel } from '../pivot/node-key.ts';
import type { Frame } from './frame.ts';
import { showFold, type Foldable } from './twister.ts';

/** A row header and what it shows, so that only a change is written. */
export interface RowHeaderSlot extends Foldable {
  readonly label: Text;
  className: string;
  start: number;
  titled: boolean;
}

/** The slot of a new row header's element. */
export function rowHeaderSlot(element: HTMLElement): RowHeaderSlot {
  const label = element.firstElementChild!.firstChild as Text;
  return { element, twister: null, label, className: element.className, start: -1, titled: false };
}

/** Writes the headers of a row, and what the row is: a total, a parent, a member of its own. */
export function paintRowHeaders(
  frame: Frame,
  row: HTMLElement,
  headers: readonly RowHeaderSlot[],
  index: number,
): void {
  const { layout, info } = frame;
  const { axis, order } = layout.rows;
  const tuple = order[index]!;
  if (axis.dimensions.length === 0)
    paintHeader(frame, headers[0]!, 0, info.measureName(layout.measures[0]!), '', null);
  let totals = 0;
  let parent = '';
  axis.dimensions.forEach(({ nodeOf, total, branch, depth, maxDepth }, d) => {
    const node = nodeOf[tuple]!;
    const repeated = index > 0 && nodeOf[order[index - 1]!] === node;
    const indent = maxDepth > 0 && !total[node] ? ` depth-${depth[node]!}` : '';
    const expanded = branch[node] ? !isCollapsed(axis, d, node, layout.collapsed) : null;
    totals += total[node]!;
    if (expanded !== null) parent = expanded ? ' parent open' : ' parent';
    paintHeader(
      frame,
      headers[d]!,
      d,
      nodeLabel(axis, d, node),
      `${indent}${repeated ? ' repeated' : ''}`,
      expanded,
    );
  });
  row.className = `row${parent}${totals === 0 ? '' : totals === axis.dimensions.length ? ' total' : ' subtotal'}`;
  paintLevel(frame, row, tuple);
}

/** A row has a level where its first dimension has several. A total stands over everything. */
function paintLevel({ layout }: Frame, row: HTMLElement, tuple: number): void {
  const outermost = layout.rows.axis.dimensions[0];
  if (!outermost || outermost.maxDepth === 0) {
    row.removeAttribute('aria-level');
    return;
  }
  const node = outermost.nodeOf[tuple]!;
  const hasTotal = outermost.total.at(-1)!;
  row.setAttribute('aria-level', String(outermost.total[node] ? 1 : outermost.depth[node]! + 1 + hasTotal));
}

function paintHeader(
  { geometry, texts }: Frame,
  header: RowHeaderSlot,
  d: number,
  name: string,
  look: string,
  expanded: boolean | null,
): void {
  const className = `stub${d === geometry.stubs.length - 2 ? ' last' : ''}${look}`;
  const start = geometry.stubs[d]!;
  header.label.data = name;
  if (className !== header.className) header.element.className = header.className = className;
  if (start !== header.start) header.element.style.insetInlineStart = `${(header.start = start)}px`;
  // A label may be cut after its second line; then it can be read in full by pointing.
  if (geometry.twoLines) header.element.title = name;
  else if (header.titled) header.element.removeAttribute('title');
  header.titled = geometry.twoLines;
  showFold(header, name, expanded, texts);
}

/** The header of dimension number `d` without content; `last` stands beside the cells. */
export function rowHeaderElement(d: number, last: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = last ? 'stub last' : 'stub';
  element.tabIndex = -1;
  element.setAttribute('role', 'rowheader');
  element.setAttribute('part', 'row-header');
  element.setAttribute('aria-colindex', String(d + 1));
  const label = document.createElement('span');
  label.className = 'label';
  label.append(document.createTextNode(''));
  element.append(label);
  return element;
}
