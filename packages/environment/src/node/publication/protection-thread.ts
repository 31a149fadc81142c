import { parentPort, workerData } from 'node:worker_threads';
import { type DisclosureReport, type RawRelease, type SealKey, sealTable } from '@datakube/disclosure';
import { suppressRelease, type SuppressOptions } from '../../release/suppress-release.ts';

/** What a thread needs to protect a year: plain data only. */
export interface ProtectionTask {
  readonly year: RawRelease;
  readonly options: Omit<SuppressOptions, 'clock' | 'onProgress'>;
  /** Seals the tables, so that they come back by the one door there is. */
  readonly key: SealKey;
}

export type ProtectionMessage =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly of: number }
  | { readonly kind: 'made'; readonly sealed: readonly Uint8Array[]; readonly report: DisclosureReport };

// Protects the year it is started with; its messages are the progress and, last, the tables.
const port = parentPort!;
const { year, options, key } = workerData as ProtectionTask;
const send = (message: ProtectionMessage): void => port.postMessage(message);

const { tables, report } = suppressRelease(year, {
  ...options,
  clock: () => performance.now(),
  onProgress: (step, done, of) => send({ kind: 'progress', step, done, of }),
});
send({ kind: 'made', sealed: await Promise.all(tables.map((table) => sealTable(table, key))), report });
