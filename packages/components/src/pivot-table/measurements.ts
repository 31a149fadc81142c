import type { Measurements } from './geometry.ts';
import { TextMetrics } from './text-metrics.ts';

/**
 * Reads from invisible samples what the style sheet, and the reader's own settings, make of type and room.
 *
 * @param viewportFor gives the table its height for a row height, and tells the width that is left
 */
export function measure(probe: HTMLElement, viewportFor: (rowHeight: number) => number): Measurements {
  const track = sample(probe, 'track');
  const indent = sample(probe, 'indent');
  const rowHeight = track.offsetHeight;
  const viewport = viewportFor(rowHeight);
  return {
    strong: metrics(sample(probe, 'strong')),
    mark: metrics(sample(probe, 'mark')),
    rowHeight,
    twoLines: indent.offsetHeight,
    columnWidth: track.offsetWidth,
    cellPadding: Number.parseFloat(getComputedStyle(track).paddingInlineStart),
    indent: indent.offsetWidth,
    stubWidth: Math.min(sample(probe, 'stub-width').offsetWidth, viewport * 0.45),
    stubLimit: Math.max(120, Math.min(420, viewport * 0.45)),
    viewport,
  };
}

/** True while the samples measure what they measured. */
export function isCurrent(known: Measurements, probe: HTMLElement): boolean {
  const track = sample(probe, 'track');
  return (
    track.offsetHeight === known.rowHeight &&
    track.offsetWidth === known.columnWidth &&
    digitWidth(sample(probe, 'strong')) === known.strong.width('0')
  );
}

function sample(probe: HTMLElement, name: string): HTMLElement {
  return probe.querySelector<HTMLElement>(`.${name}`)!;
}

function metrics(element: HTMLElement): TextMetrics {
  return new TextMetrics(getComputedStyle(element), digitWidth(element));
}

function digitWidth(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.textContent.length;
}
