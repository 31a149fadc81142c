import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contains, trackOffsets, trackRange, uniformRange, withOverscan } from './window.ts';

/** The tracks of which the viewport shows something, looked at one by one. */
function visible(sizes: readonly number[], offset: number, extent: number): number[] {
  let start = 0;
  return sizes.flatMap((size, index) => {
    const from = start;
    start += size;
    return from < offset + extent && start > offset ? [index] : [];
  });
}
const listed = ({ first, end }: { first: number; end: number }): number[] =>
  Array.from({ length: end - first }, (_, i) => first + i);

/** Small, so that tracks often begin exactly where a viewport ends. */
const pixels = fc.integer({ min: 0, max: 60 });

describe('windows', () => {
  it('cover exactly the tracks that show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
        pixels,
        pixels,
        (sizes, offset, extent) => {
          assert.deepEqual(
            listed(trackRange(trackOffsets(sizes), offset, extent)),
            visible(sizes, offset, extent),
          );
        },
      ),
    );
  });

  it('cover exactly the rows that show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        pixels,
        fc.integer({ min: 1, max: 60 }),
        (count, size, offset, extent) => {
          assert.deepEqual(
            listed(uniformRange(offset, extent, size, count)),
            visible(Array<number>(count).fill(size), offset, extent),
          );
        },
      ),
    );
  });

  it('grow by the overscan and stop at the edges', () => {
    assert.deepEqual(withOverscan({ first: 2, end: 9 }, 3, 10), { first: 0, end: 10 });
    assert.ok(contains({ first: 0, end: 10 }, { first: 2, end: 9 }));
    assert.ok(!contains({ first: 3, end: 10 }, { first: 2, end: 9 }));
  });
});
