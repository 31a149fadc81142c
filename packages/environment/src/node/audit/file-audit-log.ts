import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditEntry, AuditLog } from '../../audit/audit-log.ts';
import { chainLine, type ChainHead, type Digest, EMPTY_CHAIN, splitLine } from '../../audit/chain.ts';

export interface FileAuditLog extends AuditLog {
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

const digest: Digest = (text) => Promise.resolve(createHash('sha256').update(text).digest('hex'));

/**
 * Opens an audit log that survives a power cut: entries are appended to a file and forced to the disk
 * before `append` resolves. Entries that arrive while the disk is busy are forced together. One process
 * may have it open: when another has written to it, `append` fails and goes on failing.
 *
 * A line cut short by a crash was never acknowledged; it is taken off. A write that fails is undone, and
 * the next one is tried afresh, so the log recovers when the disk has room again.
 *
 * @throws Error when the end of the file is not the end of an audit log
 */
export async function openFileAuditLog(path: string): Promise<FileAuditLog> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  let { size, head } = await readEnd(file);
  let waiting: Waiting[] = [];
  let busy: Promise<void> | undefined;
  /** May the file end in what is left of a write that failed? */
  let torn = false;

  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    let reached = head;
    let text = '';
    for (const { entry } of batch) {
      const made = await chainLine(reached, entry, digest);
      reached = made.head;
      text += made.line;
    }
    if (torn) await file.truncate(size);
    // Entries of another process are not ours to cut off, and ours would not follow them.
    else if ((await file.stat()).size !== size) throw new Error('Something else writes to the audit log');
    torn = true;
    await file.appendFile(text);
    await file.datasync();
    torn = false;
    size += Buffer.byteLength(text);
    head = reached;
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeBatch(batch);
        for (const { done } of batch) done();
      } catch (reason) {
        for (const { failed } of batch) failed(reason);
      }
    }
    busy = undefined;
  };

  return {
    append: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry, done, failed });
        busy ??= drain();
      }),
    close: async () => {
      await busy;
      await file.close();
    },
  };
}

/** Longer than any entry. */
const TAIL = 1 << 16;

/** Finds the last whole line, and takes off what a crash left after it. */
async function readEnd(file: FileHandle): Promise<{ size: number; head: ChainHead }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL);
  const bytes = Buffer.alloc(size - from);
  await file.read(bytes, 0, bytes.length, from);
  const end = bytes.lastIndexOf('\n');
  if (end < 0) {
    if (from > 0) throw new Error('The audit log does not end as an audit log');
    await file.truncate(0);
    return { size: 0, head: EMPTY_CHAIN };
  }
  await file.truncate(from + end + 1);
  const line = bytes.subarray(bytes.lastIndexOf('\n', end - 1) + 1, end).toString('utf8');
  return { size: from + end + 1, head: headOf(line) };
}

function headOf(line: string): ChainHead {
  const parts = splitLine(line);
  const hash = parts && createHash('sha256').update(parts.json).digest('hex');
  if (!parts || hash !== parts.hash) throw new Error('The last entry of the audit log has been changed');
  return { entries: (JSON.parse(parts.json) as { sequence: number }).sequence, hash };
}
