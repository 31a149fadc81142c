import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Zone } from '../state/index.ts';
import type { DatakubeZone } from './zone/zone.ts';

/** A field under way. `from` is null when it comes from the list of fields. */
export interface Dragged {
  readonly id: string;
  readonly from: Zone | null;
}

export interface DragHandlers {
  readonly zones: () => readonly DatakubeZone[];
  /** True where the field may land in the zone. */
  readonly mayLand: (dragged: Dragged, zone: Zone) => boolean;
  readonly onStart: (dragged: Dragged) => void;
  readonly onDrop: (dragged: Dragged, zone: Zone, at: number, origin: HTMLElement) => void;
  readonly onCancel: (dragged: Dragged) => void;
}

/** Pixels a pointer moves before a press becomes a drag: less is a click. */
const THRESHOLD = 5;

interface Drag {
  readonly dragged: Dragged;
  readonly origin: HTMLElement;
  readonly x: number;
  readonly y: number;
  moving: boolean;
}

/**
 * Dragging of fields with mouse, pen or finger. Controls say with `data-drag` and `data-zone` what they
 * carry. Escape and a drop outside the zones change nothing.
 */
export class DragController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #handlers: DragHandlers;
  #drag: Drag | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, handlers: DragHandlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#onDown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#onDown);
    this.#end();
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const origin = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['drag'] !== undefined);
    if (!origin) return;
    const from = (origin.dataset['zone'] ?? null) as Zone | null;
    const id = origin.dataset['drag'] ?? '';
    this.#drag = { dragged: { id, from }, origin, x: event.clientX, y: event.clientY, moving: false };
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#onCancel);
    window.addEventListener('keydown', this.#onKey, true);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    if (!drag.moving) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < THRESHOLD) return;
      drag.moving = true;
      this.#handlers.onStart(drag.dragged);
      this.#host.toggleAttribute('data-dragging', true);
    }
    event.preventDefault();
    for (const zone of this.#handlers.zones()) {
      const at = zone.placeAt(event.clientX, event.clientY);
      zone.dropAt = at !== null && this.#handlers.mayLand(drag.dragged, zone.zone) ? at : null;
    }
  };

  readonly #onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    const landed = this.#handlers
      .zones()
      .map((zone) => ({ zone: zone.zone, at: zone.placeAt(event.clientX, event.clientY) }))
      .find(({ at }) => at !== null);
    this.#end();
    if (!drag.moving) return;
    // The click that follows a drag must not open a menu.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true));
    if (landed && landed.at !== null && this.#handlers.mayLand(drag.dragged, landed.zone)) {
      this.#handlers.onDrop(drag.dragged, landed.zone, landed.at, drag.origin);
    } else {
      this.#handlers.onCancel(drag.dragged);
    }
  };

  readonly #onCancel = (): void => {
    const drag = this.#drag;
    this.#end();
    if (drag?.moving) this.#handlers.onCancel(drag.dragged);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag?.moving) return;
    event.stopPropagation();
    this.#onCancel();
  };

  #end(): void {
    this.#drag = null;
    this.#host.toggleAttribute('data-dragging', false);
    for (const zone of this.#handlers.zones()) zone.dropAt = null;
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.#onCancel);
    window.removeEventListener('keydown', this.#onKey, true);
  }
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
