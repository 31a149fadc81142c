// A reporter for node:test that keeps the count of single tests and the names of those that failed, as JSON.
export default async function* count(events) {
  const result = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    if (data.skip !== undefined || data.todo !== undefined) result.skipped++;
    else if (type === 'test:pass') result.passed++;
    else {
      result.failed++;
      const why = data.details?.error?.cause?.message ?? data.details?.error?.message ?? '';
      result.failures.push(`${data.file}: ${data.name}: ${why}`);
    }
  }
  yield JSON.stringify(result);
}
