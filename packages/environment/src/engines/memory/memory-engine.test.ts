import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineChecks, subject, toGrouping } from '../../node/testing/engine-conformance.ts';
import { tinyCube } from '../../testing/tiny-cube.ts';
import { tinyRegisters } from '../../testing/tiny-registers.ts';
import { createMemoryEngine } from './memory-engine.ts';

describe('the memory engine, as an engine', () => {
  const engine = createMemoryEngine(subject.tables);
  for (const [name, check] of engineChecks) it(name, () => check(engine));
});

describe('the memory engine', () => {
  it('refuses facts that are not sorted by person, and facts without a person in their year', async () => {
    const tables = tinyRegisters(50, 1);
    const backwards = {
      ...tables.visit,
      columns: { ...tables.visit.columns, person: tables.visit.columns['person']!.toReversed() },
    };
    const unsorted = createMemoryEngine({ ...tables, visit: backwards });
    await assert.rejects(unsorted.tabulate(tinyCube(), [toGrouping('time.year')], ['persons']), RangeError);
    const strangers = createMemoryEngine({
      ...tables,
      citizen_year: { rows: 0, columns: tables.citizen_year.columns },
    });
    await assert.rejects(strangers.tabulate(tinyCube(), [toGrouping('time.year')], ['persons']), RangeError);
  });

  it('refuses a cube over registers it does not have', async () => {
    await assert.rejects(createMemoryEngine({}).population(tinyCube()), RangeError);
  });
});
