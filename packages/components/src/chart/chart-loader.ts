import type { AnyChartOptions, Chart } from '@datakube/charts';
import type { ChartType } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChartRequest, Choice } from './chart-request.ts';

/** All that charts are drawn and described with, whatever their kind. */
export type Drawing = typeof import('./drawing.ts');

/** What a chart is drawn with, when it is here. */
export interface Ready {
  readonly drawing: Drawing;
  readonly choice: Choice;
  readonly chart: Chart<AnyChartOptions>;
}

let drawing: Drawing | null = null;
const charts = new Map<ChartType, Chart<AnyChartOptions>>();

/** Loads what a chart is drawn with when one is first asked for: each kind, and the borders of maps, by itself. */
export class ChartLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #failed = false;
  #coming: Promise<void> | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** True where it could not be had. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Settles when what is being loaded is here, or will not come. Null where nothing is. */
  get coming(): Promise<void> | null {
    return this.#coming;
  }

  /** What draws the request; null until it is here, which the host is told of. */
  ready(request: ChartRequest): Ready | null {
    const ready = readyFor(request);
    if (!ready && !this.#failed) this.#coming ??= this.#load(request);
    return ready;
  }

  /** Tries again after a failure. */
  again(): void {
    this.#failed = false;
    this.#host.requestUpdate();
  }

  async #load(request: ChartRequest): Promise<void> {
    try {
      drawing ??= await import('./drawing.ts');
      const { drawn } = drawing.chosen(request);
      charts.set(drawn, await drawing.loadChart(drawn));
      if (drawn === 'map' && request.geometry) await drawing.readGeometry(request.geometry);
    } catch {
      this.#failed = true;
    }
    this.#coming = null;
    this.#host.requestUpdate();
  }
}

function readyFor(request: ChartRequest): Ready | null {
  if (!drawing) return null;
  const choice = drawing.chosen(request);
  const chart = charts.get(choice.drawn);
  const { geometry } = request;
  const waits = choice.drawn === 'map' && geometry !== null && !drawing.featuresOf(geometry);
  return chart && !waits ? { drawing, choice, chart } : null;
}
