export { type DuckDbEngine, type DuckDbEngineOptions, openDuckDbEngine } from './duckdb/duckdb-engine.ts';
export { readRegisterFile, type RegisterFileInfo } from './duckdb/register-file.ts';
export { writeDuckDbRegisters, type WriteRegistersOptions } from './duckdb/write-registers.ts';
export { type DiskStoreOptions, openDiskStore } from './publication/disk-store.ts';
export { keptSecret, sealKeyOf } from './publication/secrets.ts';
export { type PreparedData, prepareData, type PrepareDataOptions } from './publication/prepare-data.ts';
export { type FileAuditLog, openFileAuditLog } from './audit/file-audit-log.ts';
export {
  type EncodingThreads,
  type EncodingThreadsOptions,
  startEncodingThreads,
} from './encoding/encoding-threads.ts';
export {
  type EnvironmentOptions,
  runEnvironment,
  type RunningEnvironment,
} from './server/run-environment.ts';
export { readSettings, type Settings, SettingsError } from './server/settings.ts';
