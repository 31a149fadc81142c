import type { Annotation } from '../chart-options.ts';

/** The remarks at a number of the value axis. */
export function levelsOf(
  annotations: readonly Annotation[],
): { readonly at: number; readonly text: string }[] {
  return annotations.flatMap(({ at, text }) =>
    typeof at === 'number' && Number.isFinite(at) ? [{ at, text }] : [],
  );
}
