export { type Attack, attackPattern } from './attack/attack-pattern.ts';
export { attackTable, type TableAttack, type TableAttackOptions } from './attack/attack-table.ts';
export { auditIntervals, type IntervalAudit, type IntervalAuditOptions } from './attack/audit-intervals.ts';
export { auditRelease, type ReleaseAudit } from './attack/audit-release.ts';
export type { ContributorAttack } from './attack/contributor-attack.ts';
export { boundedFrom, type Bounds, narrowBounds } from './attack/narrow-bounds.ts';
export {
  type PublishedRow,
  publishedSystem,
  type PublishedSystem,
  type ReadCell,
} from './attack/published-system.ts';
export type { WorkLimit } from './attack/work-limit.ts';
export { type KeyedCells, type NoiseRule, perturbCells, perturbRelease } from './cell-key/perturb.ts';
export {
  type PerturbationOptions,
  perturbationTable,
  type PerturbationTable,
  type Transitions,
} from './cell-key/perturbation-table.ts';
export { addKeys, KEY_MODULUS, recordKey, type RecordKeys, recordKeys } from './cell-key/record-keys.ts';
export * from './protect.ts';
export { roundRelease, type RoundOptions } from './rounding/round-release.ts';
export { PATIENCE, TooSparseError } from './certificates/passes.ts';
export { ProtectionError } from './secondary/repair.ts';
export { compareCells, type Compared, type Comparison } from './table/compare-cells.ts';
export { hideCells } from './table/hide-cells.ts';
export type * from './table/hierarchy.ts';
export { cutTable, joinTables, type TableSection } from './table/join-tables.ts';
export { selectMeasures } from './table/measures.ts';
export {
  NOT_APPLICABLE,
  PERTURBED,
  ProtectedTable,
  type ProtectedColumns,
  PUBLISHED,
  ROUNDED,
  SUPPRESSED,
  type TableShape,
} from './table/protected-table.ts';
export type * from './table/raw-release.ts';
export { nodesUnder, sectionOf, sectionOfShape } from './table/release-sections.ts';
export { openTable, SealError, type SealKey, sealTable } from './table/sealed-table.ts';
export * from './table/slice.ts';
