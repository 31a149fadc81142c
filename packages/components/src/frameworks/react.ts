/**
 * Types of the elements in JSX, for React 19. Nothing of it is left at run time.
 *
 * @example
 * ```tsx
 * import '@datakube/components/explorer';
 * import type {} from '@datakube/components/react';
 *
 * <datakube-explorer cube="sundhedsdata-paa-tvaers" ondatakube-query-change={({ query }) => keep(query)} />;
 * ```
 */
import type { HTMLAttributes, RefAttributes } from 'react';
import type {
  DatakubeChart,
  DatakubeDeclaration,
  DatakubeExplorer,
  DatakubePivotTable,
  DatakubeProvider,
  DatakubeView,
} from '../index.ts';
import type { DatakubeEventMap, Properties } from './properties.ts';

/** React listens for what follows `on`, as it is written. */
type Listeners = {
  [K in keyof DatakubeEventMap as `on${K}`]?: (event: DatakubeEventMap[K]) => void;
};

/** What an element takes in JSX: its properties, its events, and what every HTML element takes. */
export type ElementInJsx<TElement> = Properties<TElement> &
  Listeners &
  RefAttributes<TElement> &
  Omit<HTMLAttributes<TElement>, keyof Properties<TElement>>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how React declares its elements
  namespace JSX {
    interface IntrinsicElements {
      'datakube-chart': ElementInJsx<DatakubeChart>;
      'datakube-declaration': ElementInJsx<DatakubeDeclaration>;
      'datakube-explorer': ElementInJsx<DatakubeExplorer>;
      'datakube-pivot-table': ElementInJsx<DatakubePivotTable>;
      'datakube-provider': ElementInJsx<DatakubeProvider>;
      'datakube-view': ElementInJsx<DatakubeView>;
    }
  }
}
