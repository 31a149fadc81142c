/** What is decided about a cell of a cuboid outside the release. */
export const OPEN = 0;
/** Shown with its exact number, in the release or in an exact cuboid beside it. */
export const SHOWN = 1;
export const HIDDEN = 2;
/** Part of no exact cuboid: if it is shown at all, then with noise. */
export const NOISY = 3;
