import { openTable } from '@datakube/disclosure';
import { createOutsideRelease } from '../../outside/create-outside-release.ts';
import type { OutsideRelease } from '../../outside/outside-release.ts';
import { Refusal } from '../../problem/refusal.ts';
import type { ReleaseStore } from '../../release/release-store.ts';
import { openOutsideDiskStore } from './outside-disk-store.ts';
import type { OutsideMessage, OutsideTask } from './outside-process.ts';
import { sealKeyOf } from './secrets.ts';
import { startProcess } from './side-work.ts';

export interface OutsideRegistersOptions extends Omit<OutsideTask, 'cube' | 'depths' | 'way'> {
  /** Where cuboids are kept, sealed. */
  readonly folder: string;
  readonly store: ReleaseStore;
  /** Ends what is being made. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which a cuboid is given up; the asker may try again. Default two minutes. */
  readonly patience?: number;
}

/**
 * Answers outside the release from the registers. Each cuboid is made in a process of its own, so that raw
 * numbers are never in the process that answers, and it goes on answering.
 */
export async function outsideOfRegisters(options: OutsideRegistersOptions): Promise<OutsideRelease> {
  const { folder, store, signal, patience = 120_000, ...task } = options;
  const key = await sealKeyOf(task.key);
  return createOutsideRelease({
    releases: store,
    store: await openOutsideDiskStore(folder, key),
    make: async ({ cube, depths }, way) => {
      const late = AbortSignal.timeout(patience);
      const stop = signal ? AbortSignal.any([signal, late]) : late;
      const work = startProcess('outside-process', {
        ...task,
        cube: cube.definition.id,
        depths: [...depths],
        way,
      } satisfies OutsideTask);
      try {
        for await (const sealed of work.messages<OutsideMessage>(stop)) {
          return sealed ? await openTable(sealed, key) : undefined;
        }
      } catch (cause) {
        if (late.aborted) throw new Refusal('ERR_BUSY', { cause });
        throw cause;
      }
      throw new Error('A cuboid outside the release was not made');
    },
  });
}
