// A reporter for node:test that keeps the count of single tests and the names of those that failed, as JSON.
export default async function* count(events) {
  const result = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { cause, failureType } = data.details?.error ?? {};
    if (data.details?.type === 'suite' && (type === 'test:pass' || failureType === 'subtestsFailed'))
      continue;
    if (data.skip !== undefined || data.todo !== undefined) result.skipped++;
    else if (type === 'test:pass') result.passed++;
    else {
      result.failed++;
      result.failures.push(`${data.file}: ${data.name}: ${cause?.message ?? failureType}`);
    }
  }
  yield JSON.stringify(result);
}
