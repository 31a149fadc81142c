/**
 * Types of the elements in Vue templates. Nothing of it is left at run time. Vue is told by its compiler option
 * `isCustomElement` that names with `datakube-` are elements.
 *
 * @example
 * ```ts
 * import '@datakube/components/explorer';
 * import type {} from '@datakube/components/vue';
 * // <datakube-explorer cube="sundhedsdata-paa-tvaers" @datakube-query-change="keep($event.query)" />
 * ```
 */
import type { HTMLAttributes } from 'vue';
import type {
  DatakubeChart,
  DatakubeDeclaration,
  DatakubeExplorer,
  DatakubePivotTable,
  DatakubeProvider,
  DatakubeView,
} from '../index.ts';
import type { DatakubeEventMap, Properties } from './properties.ts';

type Camel<TName extends string> = TName extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : TName;

/** In a template `@datakube-query-change` is the property `onDatakubeQueryChange`. */
type Listeners = {
  [K in keyof DatakubeEventMap as `on${Capitalize<Camel<K>>}`]?: (event: DatakubeEventMap[K]) => void;
};

/** What an element takes in a template: its properties, its events, and what every HTML element takes. */
export type ElementInTemplate<TElement> = new () => {
  $props: Properties<TElement> & Listeners & Omit<HTMLAttributes, keyof Properties<TElement>>;
};

declare module 'vue' {
  interface GlobalComponents {
    'datakube-chart': ElementInTemplate<DatakubeChart>;
    'datakube-declaration': ElementInTemplate<DatakubeDeclaration>;
    'datakube-explorer': ElementInTemplate<DatakubeExplorer>;
    'datakube-pivot-table': ElementInTemplate<DatakubePivotTable>;
    'datakube-provider': ElementInTemplate<DatakubeProvider>;
    'datakube-view': ElementInTemplate<DatakubeView>;
  }
}
