import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { classText, valueClasses } from './classes.ts';

const writing = { language: 'da', decimals: 1, unit: '' } as const;
const tenths = fc.array(
  fc.integer({ min: 0, max: 100_000 }).map((parts) => parts / 10),
  { maxLength: 98 },
);

describe('classes of numbers', () => {
  it('has five of about the same size, between round bounds', () => {
    const { classes } = valueClasses(
      Array.from({ length: 100 }, (_, index) => 20 + index * 0.4),
      1,
    );
    // Fifths of 20–59,6 begin at 28, 36, 44 and 52; each bound is the roundest within a twentieth below.
    assert.deepEqual(
      classes.map((each) => classText(each, writing)),
      ['under 28', '28–34,9', '35–43,9', '44–49,9', '50+'],
    );
    assert.deepEqual(
      classes.map(({ shade }) => shade),
      [1, 2, 3, 4, 5],
    );
  });

  it('has a shade for every number, darker for no smaller one, and no empty class', () => {
    fc.assert(
      fc.property(tenths, (numbers) => {
        const { classes, shadeOf } = valueClasses(numbers, 1);
        const sorted = [...numbers].sort((a, b) => a - b).map(shadeOf);
        assert.deepEqual(
          sorted,
          [...sorted].sort((a, b) => a - b),
        );
        assert.deepEqual(
          [...new Set(sorted)],
          classes.map(({ shade }) => shade),
        );
      }),
    );
  });

  it('puts a number where its text says', () => {
    fc.assert(
      fc.property(tenths, (numbers) => {
        const { classes, shadeOf } = valueClasses(numbers, 1);
        for (const value of numbers) {
          const { from, below } = classes.find(({ shade }) => shade === shadeOf(value))!;
          assert.ok((from === null || value >= from) && (below === null || value < below));
        }
      }),
    );
  });

  it('puts two numbers that are written alike in one class', () => {
    const { shadeOf } = valueClasses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0);
    assert.equal(shadeOf(6.6), shadeOf(7));
    assert.equal(shadeOf(6.49), shadeOf(6));
  });

  it('is the same whatever the order of the numbers', () => {
    fc.assert(
      fc.property(tenths, (numbers) => {
        assert.deepEqual(valueClasses(numbers.toReversed(), 1).classes, valueClasses(numbers, 1).classes);
      }),
    );
  });

  it('has one class for one number, and none for none', () => {
    assert.deepEqual(
      valueClasses([7, 7, 7], 0).classes.map((each) => classText(each, writing)),
      ['alle viste'],
    );
    assert.deepEqual(valueClasses([], 0).classes, []);
  });

  it('has no class between two numbers that are the same', () => {
    const { classes, shadeOf } = valueClasses([9998.6, 0, 9998.6], 1);
    assert.deepEqual([classes.length, shadeOf(0), shadeOf(9998.6)], [2, 2, 4]);
  });

  it('holds numbers below zero', () => {
    const { classes, shadeOf } = valueClasses([-20, -10, 0, 10, 20], 0);
    assert.equal(classes.length, 5);
    assert.deepEqual([-20, -10, 0, 10, 20].map(shadeOf), [1, 2, 3, 4, 5]);
  });

  it('writes a class of one number as that number', () => {
    assert.equal(classText({ shade: 2, from: 3, below: 4 }, { ...writing, decimals: 0 }), '3');
  });
});
