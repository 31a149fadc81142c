import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { placeBeside, type Box } from './place-beside.ts';

const view = { width: 360, height: 640 };
const size = { width: 320, height: 180 };
const box = (left: number, top: number, width = 60, height = 28): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placeBeside', () => {
  it('stands below, within the window', () => {
    expect(placeBeside(box(10, 100), size, view, null)).to.include({ left: 10, top: 132 });
    expect(placeBeside(box(300, 100), size, view, null)).to.include({ left: 36 });
  });

  it('stands above where there is no room below', () => {
    expect(placeBeside(box(10, 600), size, view, null)).to.include({ left: 10, top: 416 });
  });

  it('is less tall where neither side has the room, and on the side that has more', () => {
    const small = { width: 320, height: 256 };
    expect(placeBeside(box(10, 60), size, small, null)).to.deep.equal({
      left: 4,
      top: 92,
      room: 160,
    });
  });

  it('goes to the other side, or nowhere, rather than over what has focus', () => {
    const anchor = box(10, 300);
    expect(placeBeside(anchor, size, view, box(10, 340))).to.include({ top: 116 });
    expect(placeBeside(anchor, size, view, box(0, 0, 360, 640))).to.equal(null);
  });

  it('never covers what it explains nor what has focus, and stays in the window (seed 20261121)', () => {
    const anyBox = fc
      .record({
        left: fc.integer({ min: -40, max: 380 }),
        top: fc.integer({ min: -40, max: 660 }),
        width: fc.integer({ min: 1, max: 200 }),
        height: fc.integer({ min: 1, max: 80 }),
      })
      .map(({ left, top, width, height }) => box(left, top, width, height));
    const overlap = (one: Box, other: Box): boolean =>
      one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    fc.assert(
      fc.property(anyBox, anyBox, fc.integer({ min: 20, max: 700 }), (anchor, focus, height) => {
        const place = placeBeside(anchor, { width: 320, height }, view, focus);
        if (!place) return;
        const shown = box(place.left, place.top, 320, Math.min(height, place.room));
        expect(overlap(shown, anchor)).to.equal(false);
        expect(overlap(shown, focus)).to.equal(false);
        expect(shown.left >= 0 && shown.right <= view.width).to.equal(true);
        expect(shown.top >= 0 && shown.bottom <= view.height).to.equal(true);
      }),
      { seed: 20261121, numRuns: 10_000 },
    );
  });
});
