import { breaksBefore } from '../pivot/breaks.ts';
import type { Layout } from '../pivot/layout.ts';
import { nodeLabel } from '../pivot/node-key.ts';
import { folds, foldState, type FoldState } from '../pivot/openable.ts';
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
  const { layout, info, annotations } = frame;
  const { axis, order } = layout.rows;
  const tuple = order[index]!;
  if (axis.dimensions.length === 0) {
    const name = info.measureName(layout.measures[0]!);
    paintHeader(frame, headers[0]!, 0, name, '', null);
    annotations?.header(headers[0]!.element, axis, -1, 0, name);
  }
  let totals = 0;
  let parent = '';
  axis.dimensions.forEach(({ nodeOf, total, branch, depth }, d) => {
    const node = nodeOf[tuple]!;
    const repeated = index > 0 && nodeOf[order[index - 1]!] === node;
    const indent = folds(axis, d, layout.openable) && !total[node] ? ` depth-${depth[node]!}` : '';
    const state = foldState(axis, d, node, layout.collapsed, layout.openable);
    const name = nodeLabel(axis, d, node, layout.labels);
    totals += total[node]!;
    if (branch[node]) parent = state === 'expanded' ? ' parent open' : ' parent';
    paintHeader(frame, headers[d]!, d, name, `${indent}${repeated ? ' repeated' : ''}`, state);
    annotations?.header(headers[d]!.element, axis, d, node, name);
  });
  // Where the rows are sorted, nothing comes before anything.
  const breaks = layout.sort === null && breaksBefore(layout.rows, index, info);
  row.className = `row${parent}${breaks ? ' break' : ''}${totals === 0 ? '' : totals === axis.dimensions.length ? ' total' : ' subtotal'}`;
  paintLevel(frame, row, tuple);
}

/** A row has a level where its first dimension has several. A total before all rows stands over them. */
function paintLevel({ layout }: Frame, row: HTMLElement, tuple: number): void {
  const outermost = layout.rows.axis.dimensions[0];
  if (!outermost || !hasLevels(layout)) {
    row.removeAttribute('aria-level');
    return;
  }
  const node = outermost.nodeOf[tuple]!;
  const below = layout.totals === 'before' ? outermost.total.at(-1)! : 0;
  row.setAttribute('aria-level', String(outermost.total[node] ? 1 : outermost.depth[node]! + 1 + below));
}

/** True where rows stand below others. A parent that comes after its children is not over them to a listener. */
export function hasLevels({ rows: { axis }, openable, subtotals }: Layout): boolean {
  return axis.dimensions.length > 0 && subtotals === 'before' && folds(axis, 0, openable);
}

function paintHeader(
  { geometry, texts }: Frame,
  header: RowHeaderSlot,
  d: number,
  name: string,
  look: string,
  state: FoldState,
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
  showFold(header, name, state, texts);
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
