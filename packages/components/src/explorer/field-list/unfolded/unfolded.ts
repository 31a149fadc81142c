// What of a field is drawn only where it is unfolded: loaded when that first happens.
export { aboutField } from './about-field.ts';
export { valueTree } from './value-tree.ts';
