import { css } from 'lit';
import type { Layout } from '../pivot/layout.ts';
import { columnsAt } from '../pivot/navigation.ts';
import type { GridView } from './grid-view.ts';

/** What the reader's pointer changes. */
export interface ResizeActions {
  readonly layout: () => Layout | null;
  readonly setWidth: (column: number, width: number) => void;
}

/** The edge of a column, where it is on the page. */
interface Edge {
  readonly column: number;
  readonly x: number;
}

interface Drag extends Edge {
  readonly pointer: number;
  /** Where the pointer took hold, and the width the column had there. */
  readonly from: number;
  readonly width: number;
}

/** On either side of an edge: a target of 24 pixels. */
const REACH = 12;

const { styleSheet } = css`
  .on-edge .head * {
    cursor: col-resize;
  }
  .edge {
    position: absolute;
    inset-block: 0;
    z-index: 4;
    inline-size: 2px;
    background: var(--_color-accent);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .edge {
      background: Highlight;
    }
  }
`;

/**
 * Lets a pointer drag the edges of column headers: the column before the edge gets wider or narrower. A double
 * click makes it as narrow as its content; Escape leaves it as it was.
 */
export function resizeByPointer(
  grid: HTMLElement,
  head: HTMLElement,
  view: GridView,
  { layout, setWidth }: ResizeActions,
): void {
  const root = grid.getRootNode() as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet!];
  const mark = document.createElement('div');
  mark.className = 'edge';
  mark.setAttribute('aria-hidden', 'true');
  let drag: Drag | null = null;
  let ended = -1;
  let asked: number | null = null;

  const show = (edge: Edge | null): void => {
    grid.classList.toggle('on-edge', edge !== null);
    if (!edge) mark.remove();
    else {
      mark.style.left = `${edge.x - head.getBoundingClientRect().left - 1}px`;
      if (!mark.isConnected) head.append(mark);
    }
  };
  const edgeAt = ({ target, clientX }: MouseEvent): Edge | null => {
    const shown = layout();
    const header = target instanceof Element && target.closest('.column-header, .corner');
    const at = header && head.contains(header) ? view.positionOf(header) : null;
    if (!shown || !header || !at) return null;
    const { left, right } = header.getBoundingClientRect();
    if (Math.abs(clientX - right) <= REACH)
      return { column: at.column < 0 ? at.column : columnsAt(shown, at)[1], x: right };
    // The edge before the first column is that of the last row header.
    if (Math.abs(clientX - left) <= REACH && view.columnWidth(at.column - 1) !== undefined)
      return { column: at.column - 1, x: left };
    return null;
  };
  const move = (by: number): void => {
    if (!drag) return;
    const { column, width, x } = drag;
    const to = Math.max(1, width + by);
    // A drag sends more moves than can be drawn.
    if (asked === null)
      requestAnimationFrame(() => {
        if (asked !== null) setWidth(column, asked);
        asked = null;
      });
    asked = to;
    show({ column, x: x + by });
  };
  const finish = (): void => {
    if (drag) ended = drag.pointer;
    drag = null;
    show(null);
  };

  const listeners: Partial<Record<keyof HTMLElementEventMap, (event: never) => void>> = {
    pointermove(event: PointerEvent) {
      if (drag?.pointer === event.pointerId) {
        event.stopImmediatePropagation();
        move(event.clientX - drag.from);
      } else if (event.buttons === 0) show(edgeAt(event));
    },
    pointerleave: () => drag ?? show(null),
    pointerdown(event: PointerEvent) {
      const edge = event.button === 0 ? edgeAt(event) : null;
      ended = -1;
      if (!edge) return;
      // Focus stays where it is, and the header is not pressed.
      event.preventDefault();
      event.stopImmediatePropagation();
      head.setPointerCapture(event.pointerId);
      drag = {
        ...edge,
        pointer: event.pointerId,
        from: event.clientX,
        width: view.columnWidth(edge.column)!,
      };
      show(edge);
    },
    pointerup: finish,
    pointercancel: finish,
    click(event: MouseEvent) {
      if (ended >= 0) event.stopImmediatePropagation();
    },
    dblclick(event: MouseEvent) {
      const edge = edgeAt(event);
      if (edge) setWidth(edge.column, 0);
    },
    keydown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !drag) return;
      event.stopImmediatePropagation();
      asked = drag.width;
      setWidth(drag.column, drag.width);
      finish();
    },
  };
  for (const [type, listener] of Object.entries(listeners))
    grid.addEventListener(type, listener as EventListener, { capture: true });
}
