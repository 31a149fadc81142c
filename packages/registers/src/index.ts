export { FIRST_YEAR, LAST_YEAR, MONTHS, YEARS } from './calendar.ts';
export { codeLists } from './code-lists.ts';
export { collectRegisters } from './collect-registers.ts';
export { cubeDefinitions } from './definitions.ts';
export { countPersons, registerBlocks } from './register-blocks.ts';
export { registerSchema } from './register-schema.ts';
export type {
  Column,
  RegisterBlock,
  RegisterOptions,
  RegisterSchema,
  RegisterTable,
} from './register-table.ts';
export { type Anchor, anchors } from './anchors/anchors.ts';
export { compareWithAnchors, type Comparison, comparisonTable } from './anchors/compare.ts';
