import type { LitElement } from 'lit';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type IsWritable<TElement, K extends keyof TElement> = Same<
  { [P in K]: TElement[P] },
  { -readonly [P in K]: TElement[P] }
>;

/** Functions that a page sets; any other is a method. Told by name, as types do not tell them apart where null is not strict. */
type Callback = 'getToken';

/** The properties of an element that a page sets: its own, without methods and without what can only be read. */
export type Properties<TElement> = {
  [
    K in Exclude<keyof TElement, keyof LitElement> as TElement[K] extends (...parameters: never[]) => unknown
      ? Extract<K, Callback>
      : IsWritable<TElement, K> extends true
        ? K
        : never
  ]?: TElement[K];
};

/** Events of the elements by their names, such as `datakube-query-change`. */
export type DatakubeEventMap = {
  [K in keyof HTMLElementEventMap as K extends `datakube-${string}` ? K : never]: HTMLElementEventMap[K];
};
