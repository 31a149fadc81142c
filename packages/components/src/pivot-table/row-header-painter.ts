import { render } from 'lit';
import { icon } from '../icons/icon.ts';
import { fill } from '../localisation/texts.ts';
import { nodeKey, nodeLabel } from '../pivot/node-key.ts';
import type { Frame } from './frame.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';

/** A row header and its parts. */
export interface RowHeaderSlot {
  readonly element: HTMLElement;
  readonly twister: HTMLElement;
  readonly label: Text;
}

let prototype: HTMLElement | undefined;

export function createRowHeader(): RowHeaderSlot {
  prototype ??= rowHeaderPrototype();
  const element = prototype.cloneNode(true) as HTMLElement;
  const label = element.lastElementChild!.firstChild as Text;
  return { element, twister: element.firstElementChild as HTMLElement, label };
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
    paintHeader(frame, headers[0]!, 0, info.measureName(layout.measures[0]!), 'stub', null);
  let totals = 0;
  let parent = '';
  axis.dimensions.forEach(({ nodeOf, total, branch, depth, maxDepth }, d) => {
    const node = nodeOf[tuple]!;
    const repeated = index > 0 && nodeOf[order[index - 1]!] === node;
    const indent = maxDepth > 0 && !total[node] ? ` depth-${depth[node]!}` : '';
    const expanded = branch[node] ? !layout.collapsed.has(nodeKey(axis, d, node)) : null;
    totals += total[node]!;
    if (expanded !== null) parent = expanded ? ' parent open' : ' parent';
    paintHeader(
      frame,
      headers[d]!,
      d,
      nodeLabel(axis, d, node),
      `stub${indent}${repeated ? ' repeated' : ''}`,
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
  { element, twister, label }: RowHeaderSlot,
  d: number,
  name: string,
  className: string,
  expanded: boolean | null,
): void {
  label.data = name;
  element.className = className;
  element.title = name;
  element.style.insetInlineStart = `${geometry.stubs[d]!}px`;
  element.style.inlineSize = `${geometry.stubs[d + 1]! - geometry.stubs[d]!}px`;
  element.setAttribute('aria-colindex', String(d + 1));
  paintExpansion(element, twister, name, expanded, texts);
}

/** Shows whether a header can be folded, and is. Its name then leaves the button's words out. */
export function paintExpansion(
  header: HTMLElement,
  twister: HTMLElement,
  name: string,
  expanded: boolean | null,
  texts: PivotTableTexts,
): void {
  twister.hidden = expanded === null;
  if (expanded === null) {
    header.removeAttribute('aria-expanded');
    header.removeAttribute('aria-label');
    return;
  }
  header.setAttribute('aria-expanded', String(expanded));
  header.setAttribute('aria-label', name);
  twister.setAttribute('aria-label', fill(expanded ? texts.collapse : texts.expand, { name }));
}

function rowHeaderPrototype(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'stub';
  element.tabIndex = -1;
  element.setAttribute('role', 'rowheader');
  element.setAttribute('part', 'row-header');
  const label = document.createElement('span');
  label.className = 'label';
  label.append(document.createTextNode(''));
  element.append(createTwister(), label);
  return element;
}

/** The button that folds. The header has the keyboard; the button is for those who point. */
export function createTwister(): HTMLButtonElement {
  const twister = document.createElement('button');
  twister.type = 'button';
  twister.className = 'twister';
  twister.tabIndex = -1;
  twister.setAttribute('part', 'twister');
  render(icon('chevron-right'), twister);
  return twister;
}
