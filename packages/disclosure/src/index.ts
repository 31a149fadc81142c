export * from './protect.ts';
export type * from './table/hierarchy.ts';
export { ProtectedTable, type ProtectedColumns, type TableShape } from './table/protected-table.ts';
export type * from './table/raw-release.ts';
export * from './table/slice.ts';
