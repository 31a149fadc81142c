import assert from 'node:assert/strict';
import { appendFile, type FileHandle, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { AuditEntry } from '../../audit/audit-log.ts';
import { verifyAuditLog } from '../../audit/verify-audit-log.ts';
import { openFileAuditLog } from './file-audit-log.ts';

const entry: AuditEntry = {
  time: '2026-01-01T00:00:00.000Z',
  requestId: '00000000-0000-4000-8000-000000000000',
  actor: 'anonymous',
  roles: ['public'],
  cube: 'tiny',
  query: null,
  release: 'tiny-1',
  format: 'json',
  outcome: 'answered',
};

describe('openFileAuditLog', () => {
  let folder: string;
  let number = 0;
  const fresh = (): string => join(folder, String(number++), 'audit.log');
  const lines = async (path: string): Promise<string[]> =>
    (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  const entriesIn = async (path: string): Promise<number> => {
    const verdict = await verifyAuditLog(await lines(path));
    assert.ok(verdict.intact);
    return verdict.head.entries;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('has an entry in the file when append resolves', async () => {
    const path = fresh();
    const log = await openFileAuditLog(path);
    await log.append(entry);
    assert.equal(await entriesIn(path), 1);
    await Promise.all(Array.from({ length: 200 }, () => log.append(entry)));
    assert.equal(await entriesIn(path), 201);
    await log.close();
  });

  it('goes on with the chain after a restart', async () => {
    const path = fresh();
    for (let start = 1; start <= 3; start++) {
      const log = await openFileAuditLog(path);
      await log.append(entry);
      await log.close();
      assert.equal(await entriesIn(path), start);
    }
  });

  it('takes off a line that a crash cut short', async () => {
    const path = fresh();
    const log = await openFileAuditLog(path);
    await log.append(entry);
    await log.close();
    const [line] = await lines(path);
    await appendFile(path, line!.slice(0, 100));
    const again = await openFileAuditLog(path);
    await again.append(entry);
    await again.close();
    assert.equal(await entriesIn(path), 2);
  });

  it('does not go on after a last entry that was changed', async () => {
    const path = fresh();
    const log = await openFileAuditLog(path);
    await log.append(entry);
    await log.close();
    await writeFile(path, (await readFile(path, 'utf8')).replace('tiny-1', 'tiny-2'));
    await assert.rejects(openFileAuditLog(path), /changed/);
    assert.equal((await stat(path)).size > 0, true);
  });

  it('fails when the disk does, leaves nothing of it behind, and recovers', async (t) => {
    const path = fresh();
    const log = await openFileAuditLog(path);
    await log.append(entry);
    const handle = await open(path);
    const full = (): Promise<never> => Promise.reject(new Error('ENOSPC'));
    const sync = t.mock.method(Object.getPrototypeOf(handle) as FileHandle, 'datasync', full);
    await handle.close();
    await assert.rejects(log.append(entry), /ENOSPC/);
    sync.mock.restore();
    await log.append(entry);
    await log.close();
    assert.equal(await entriesIn(path), 2);
  });

  it('cuts off no entry that another process has written', async () => {
    const path = fresh();
    const one = await openFileAuditLog(path);
    const other = await openFileAuditLog(path);
    await one.append(entry);
    await assert.rejects(other.append(entry), /something else/i);
    await assert.rejects(other.append(entry), /something else/i);
    await one.append(entry);
    assert.equal(await entriesIn(path), 2);
    await Promise.all([one.close(), other.close()]);
  });

  it('is for its owner alone', async () => {
    const path = fresh();
    await (await openFileAuditLog(path)).close();
    assert.equal((await stat(path)).mode & 0o077, 0);
  });
});
