import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AuditEntry } from './audit-log.ts';
import { createMemoryAuditLog } from './memory-audit-log.ts';
import { verifyAuditLog } from './verify-audit-log.ts';

const entry = (index: number): AuditEntry => ({
  time: '2026-01-01T00:00:00.000Z',
  requestId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  actor: 'anonymous',
  roles: ['public'],
  cube: 'tiny',
  query: null,
  release: 'tiny-1',
  format: 'json',
  outcome: 'answered',
});

const log = createMemoryAuditLog();
await Promise.all(Array.from({ length: 30 }, (_, index) => log.append(entry(index))));
const { lines } = log;
const whole = await verifyAuditLog(lines);

describe('verifyAuditLog', () => {
  it('finds a log of its own making intact, and entries in the order they came', async () => {
    assert.equal(whole.intact && whole.head.entries, 30);
    assert.equal(lines[29]!.includes('000000000029"'), true);
    assert.deepEqual(await verifyAuditLog([]), { intact: true, head: { entries: 0, hash: '0'.repeat(64) } });
  });

  it('notices every change, swap, removal and insertion, and where', async () => {
    const at = fc.integer({ min: 0, max: 28 });
    const change = fc.tuple(at, fc.constantFrom('alter', 'swap', 'remove', 'double', 'forge'));
    await fc.assert(
      fc.asyncProperty(change, fc.nat(), async ([index, kind], where) => {
        const altered = [...lines];
        const line = lines[index]!;
        if (kind === 'alter') {
          const spot = where % line.length;
          altered[index] = line.slice(0, spot) + (line[spot] === 'a' ? 'b' : 'a') + line.slice(spot + 1);
        }
        if (kind === 'swap') [altered[index], altered[index + 1]] = [lines[index + 1]!, line];
        if (kind === 'remove') altered.splice(index, 1);
        if (kind === 'double') altered.splice(index, 0, line);
        if (kind === 'forge') {
          const forger = createMemoryAuditLog();
          await forger.append(entry(99));
          altered[index] = forger.lines[0]!;
        }
        const verdict = await verifyAuditLog(altered);
        assert.equal(verdict.intact, false);
        assert.ok(!verdict.intact && Math.abs(verdict.line - (index + 1)) <= 1);
      }),
      { numRuns: 300 },
    );
  });

  it('notices a cut-off end when the head was noted down elsewhere', async () => {
    assert.ok(whole.intact);
    assert.equal((await verifyAuditLog(lines, whole.head)).intact, true);
    assert.equal((await verifyAuditLog(lines.slice(0, 20))).intact, true);
    assert.equal((await verifyAuditLog(lines.slice(0, 20), whole.head)).intact, false);
  });
});
