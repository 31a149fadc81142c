import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DERIVATIONS, MeasureReference, readReference, referTo } from './measure-reference.ts';

describe('MeasureReference', () => {
  it('is a measure, or a measure and one of the ways to show it', () => {
    const good = [
      'persons',
      'bed-days',
      'persons.row-share',
      'bed-days.index',
      'a'.repeat(64),
      `${'a'.repeat(64)}.index`,
    ];
    for (const reference of good)
      assert.equal(MeasureReference.safeParse(reference).success, true, reference);
    const bad = [
      '',
      'Persons',
      'persons.',
      '.index',
      'persons.median',
      'persons.index.growth',
      'persons index',
      'persons-.index',
      'a'.repeat(65),
      `${'a'.repeat(65)}.index`,
    ];
    for (const reference of bad)
      assert.equal(MeasureReference.safeParse(reference).success, false, reference);
  });

  it('says again what was written', () => {
    const measure = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(measure, fc.constantFrom(null, ...DERIVATIONS), (id, derivation) => {
        const reference = referTo(id, derivation);
        assert.equal(MeasureReference.safeParse(reference).success, true, reference);
        assert.deepEqual(readReference(reference), { measure: id, derivation });
      }),
    );
  });
});
