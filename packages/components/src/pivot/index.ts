export * from './axis.ts';
export * from './axis-order.ts';

export * from './cell-words.ts';
export * from './cell.ts';
export * from './extents.ts';
export * from './header.ts';
export * from './layout.ts';
export * from './navigation.ts';
export * from './node-key.ts';
export * from './ranking.ts';
export * from './selection.ts';
export * from './shown-statuses.ts';
export * from './tsv.ts';
export * from './window.ts';
