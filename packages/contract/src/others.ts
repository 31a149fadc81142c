/** Level and code of the position that holds what a choice of the greatest leaves out. */
export const OTHERS = 'others';
