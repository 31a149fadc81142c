import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDirection, nearest, type Direction } from './nearest-mark.ts';

/** What the controller needs of the element it serves. */
export interface MarkHost extends ReactiveControllerHost {
  /** The drawing as it stands, if there is one. */
  readonly drawing: SVGSVGElement | null;
  /** Which way the categories run: across for lines, down for bars, around where marks lie as on a map. */
  readonly walk: 'across' | 'down' | 'around';
  /** Shows the words of a mark beside it, or puts them away. */
  showTip(mark: SVGElement | null): void;
  toggleTable(): void;
}

/**
 * Pointing at the marks of a chart, and walking among them with the keyboard: the drawing is one tab stop,
 * arrows go along categories and series, or to the nearest place on a map, Home and End to the ends, Page Up and
 * Page Down a tenth of the way, T to the table, and Escape puts the tooltip away.
 */
export class MarkController implements ReactiveController {
  readonly #host: MarkHost;
  #drawing: SVGSVGElement | null = null;
  #pointed: SVGElement | null = null;
  /** The mark that gets the focus back when the chart is drawn again under it. */
  #focused: Place | null = null;

  constructor(host: MarkHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const mark = this.#drawing?.querySelector<SVGElement>('.mark:focus');
    this.#focused = mark ? placeOf(mark) : null;
  }

  hostUpdated(): void {
    if (this.#host.drawing === this.#drawing) return;
    this.#drawing = this.#host.drawing;
    this.#point(null);
    const again = this.#focused && this.#mark(this.#focused.category, this.#focused.series);
    const stop = again ?? this.#drawing?.querySelector<SVGElement>('.mark');
    if (stop) stop.tabIndex = 0;
    again?.focus();
  }

  readonly onPointer = (event: Event): void => {
    if (!(event.target instanceof Element) || event.target.closest('.tip')) return;
    this.#point(event.target.closest<SVGElement>('.mark'));
  };

  readonly onLeave = (): void => this.#point(null);

  readonly onFocus = (event: FocusEvent): void => {
    const mark = event.target instanceof SVGElement ? event.target.closest<SVGElement>('.mark') : null;
    if (mark) this.#point(mark);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof SVGElement)) return;
    if (event.key === 'Escape' && this.#pointed) {
      event.stopPropagation();
      this.#point(null);
      return;
    }
    if (event.key === 't' || event.key === 'T') {
      this.#host.toggleTable();
      return;
    }
    const to =
      this.#host.walk === 'around' && isDirection(event.key)
        ? this.#nearest(event.target, event.key)
        : this.#destination(event.key, placeOf(event.target));
    if (!to) return;
    event.preventDefault();
    this.#drawing?.querySelector('.mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
    to.tabIndex = 0;
    to.focus();
  };

  #point(mark: SVGElement | null): void {
    if (mark === this.#pointed) return;
    this.#pointed = mark;
    this.#host.showTip(mark);
  }

  #destination(key: string, { category, series }: Place): SVGElement | null {
    const [next, previous, nextSeries, previousSeries] =
      this.#host.walk === 'across'
        ? ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']
        : ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'];
    const marks = this.#drawing?.querySelectorAll<SVGElement>('.mark') ?? [];
    const last = [...marks].reduce((most, mark) => Math.max(most, placeOf(mark).category), 0);
    const page = Math.max(1, Math.ceil(last / 10));
    switch (key) {
      case next:
        return this.#mark(category + 1, series);
      case previous:
        return this.#mark(category - 1, series);
      case nextSeries:
        return this.#mark(category, series + 1);
      case previousSeries:
        return this.#mark(category, series - 1);
      case 'Home':
        return this.#mark(0, series);
      case 'End':
        return this.#mark(last, series);
      case 'PageDown':
        return this.#mark(Math.min(category + page, last), series);
      case 'PageUp':
        return this.#mark(Math.max(category - page, 0), series);
      default:
        return null;
    }
  }

  #nearest(mark: SVGElement, direction: Direction): SVGElement | null {
    const marks = [...(this.#drawing?.querySelectorAll<SVGGraphicsElement>('.mark') ?? [])];
    const places = marks.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    return (
      marks[
        nearest(
          places,
          marks.findIndex((each) => each === mark),
          direction,
        )
      ] ?? null
    );
  }

  #mark(category: number, series: number): SVGElement | null {
    return (
      this.#drawing?.querySelector(`.mark[data-category="${category}"][data-series="${series}"]`) ?? null
    );
  }
}

interface Place {
  readonly category: number;
  readonly series: number;
}

function placeOf(mark: SVGElement): Place {
  return { category: Number(mark.dataset['category']), series: Number(mark.dataset['series']) };
}
