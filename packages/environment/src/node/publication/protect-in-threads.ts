import { availableParallelism } from 'node:os';
import { openTable, type ProtectedRelease } from '@datakube/disclosure';
import type { ProtectYear } from '../../release/protect-years.ts';
import { createSemaphore } from '../duckdb/semaphore.ts';
import type { ProtectionMessage, ProtectionTask } from './protection-thread.ts';
import { sealKeyOf } from './secrets.ts';
import { startThread } from './side-work.ts';

/**
 * Protects each year in a thread of its own. What fails there fails here with a plain `Error` of the same message.
 *
 * @param threads at a time. Default one for every processor
 */
export function protectInThreads(threads = availableParallelism()): ProtectYear {
  const places = createSemaphore(threads);
  // It never leaves this process: what is sealed with it was sealed here.
  const key = sealKeyOf(globalThis.crypto.getRandomValues(new Uint8Array(32)));
  return (year, { clock: _clock, onProgress, ...options }, signal) =>
    places.run(async (): Promise<ProtectedRelease> => {
      const task: ProtectionTask = { year, options, key: await key };
      for await (const message of startThread('protection-thread', task).messages<ProtectionMessage>(
        signal,
      )) {
        if (message.kind === 'progress') {
          onProgress?.(message.step, message.done, message.of);
          continue;
        }
        const { sealed, report } = message;
        return {
          report,
          tables: await Promise.all(sealed.map(async (table) => openTable(table, await key))),
        };
      }
      throw new Error('A thread that protects a year ended without it');
    }, signal);
}
