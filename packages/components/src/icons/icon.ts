import { html, type TemplateResult } from 'lit';
import { chevronRight, more, outline } from './outline.ts';

const outlines = {
  undo: 'M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 4l3 3-3 3M13 7H6.5a3.5 3.5 0 0 0 0 7H9',
  table: 'M2 3h12v10H2zM2 6.5h12M6 3v10',
  chart: 'M2.5 2v11.5H14M5.5 11V8M8.5 11V4M11.5 11V6.5',
  swap: 'M5 2v9M2.5 8.5 5 11l2.5-2.5M11 14V5M8.5 7.5 11 5l2.5 2.5',
  total: 'M12 4V2.5H4L8.5 8 4 13.5h8V12',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  share: 'M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  more,
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.5 10.5 14 14',
  information: 'M8 7.2V11.5M8 4.6v.4M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4',
  filter: 'M2 3h12L9.5 8.5V13L6.5 11.5v-3z',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.3M8 11.4v.4',
  offline:
    'M2 2l12 12M4.5 8.5a5 5 0 0 1 2-1.2M9.5 7.3a5 5 0 0 1 2 1.2M2 6a9 9 0 0 1 2.6-1.7M7 3.6A9 9 0 0 1 14 6M8 12.4v.1',
  'chevron-right': chevronRight,
  plus: 'M8 3v10M3 8h10',
  clock: 'M8 4.5V8l2.5 2M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4',
  arrange: 'M2 3h4v10H2zM8.5 4h5.5M8.5 8h5.5M8.5 12h5.5',
  label: 'M2 4h7l5 4-5 4H2zM5 8h.01',
  example: 'M8 2l1.8 3.8 4.2.5-3.1 2.8.9 4.1L8 11.1l-3.8 2.1.9-4.1L2 6.3l4.2-.5z',
} as const;

export type IconName = keyof typeof outlines;

/** An icon beside a word or inside a labelled control: always hidden from assistive technology. */
export function icon(name: IconName): TemplateResult {
  return outline(outlines[name]);
}

/** Six dots: this can be dragged. */
export function grip(): TemplateResult {
  return html`<svg class="icon grip" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01"></path>
  </svg>`;
}
