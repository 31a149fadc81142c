import type { PropertyDeclarations } from 'lit';

// Not by decorators: they weigh more than the rest of what they stand before.
export const properties = {
  cellSet: { attribute: false },
  measures: { attribute: false },
  measureInfo: { attribute: false },
  dimensionInfo: { attribute: false },
  totals: { attribute: false },
  swapped: { type: Boolean },
  subtotals: { attribute: false },
  openable: { attribute: false },
  labels: {},
  decimals: { attribute: false },
  shading: { attribute: false },
  sparklines: { type: Boolean },
  own: { attribute: false },
  collapsed: { attribute: false },
  sort: { attribute: false },
  offers: { attribute: false },
  withoutSingleKeys: { type: Boolean, attribute: 'without-single-keys' },
  label: {},
  loading: { type: Boolean },
  withoutSource: { type: Boolean, attribute: 'without-source' },
  stale: { type: Boolean },
  _impatient: { state: true },
  _copied: { state: true },
} satisfies PropertyDeclarations;

/** The properties that decide what is drawn in the grid. */
export const paintedProperties = [
  'cellSet',
  'measures',
  'measureInfo',
  'dimensionInfo',
  'swapped',
  'totals',
  'subtotals',
  'collapsed',
  'openable',
  'labels',
  'decimals',
  'shading',
  'sparklines',
  'own',
  'sort',
] as const;
