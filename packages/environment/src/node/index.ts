export {
  type DuckDbEngine,
  type DuckDbEngineOptions,
  openDuckDbEngine,
} from './duckdb/duckdb-engine.ts';
export { readRegisterFile, type RegisterFileInfo } from './duckdb/register-file.ts';
export { writeDuckDbRegisters, type WriteRegistersOptions } from './duckdb/write-registers.ts';
