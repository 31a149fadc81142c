import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { estimateTextWidth, fitText } from './text-width.ts';

const letters = (text: string): number => [...text].length;

describe('fitText', () => {
  it('leaves a text that has room', () => {
    assert.equal(fitText('Læsø', 4, letters), 'Læsø');
    assert.equal(fitText('', 0, letters), '');
  });

  it('cuts with an ellipsis, and leaves no blank before it', () => {
    assert.equal(fitText('Region Hovedstaden', 9, letters), 'Region H…');
    assert.equal(fitText('Region Hovedstaden', 8, letters), 'Region…');
  });

  it('never cuts a number in two: half of one is another', () => {
    assert.equal(fitText('Almen praksis 49.080', 17, letters), 'Almen praksis…');
    assert.equal(fitText('Hele landet, 2020: 33,9', 22, letters), 'Hele landet, 2020…');
    assert.equal(fitText('60-64 år', 5, letters), '60-…');
    assert.equal(fitText('1.234.567', 6, letters), '…');
  });

  it('never takes more room than there is, down to a letter and an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 40 }),
        (text, room) => {
          const fitted = fitText(text, room, letters);
          assert.ok(letters(fitted) <= room);
          assert.ok(fitted === text || (fitted.endsWith('…') && text.startsWith(fitted.slice(0, -1))));
        },
      ),
    );
  });
});

describe('estimateTextWidth', () => {
  // Measured in Arial at 12 px, whose widths are those of Helvetica (units of 1/1000 em).
  it('is not narrower than Helvetica, nor half as wide again', () => {
    for (const [text, width] of [
      ['København', 58.7],
      ['1.234.567', 53.4],
      ['Almen praksis', 72.7],
    ] as const) {
      const estimate = estimateTextWidth(text);
      assert.ok(estimate >= width && estimate < 1.5 * width, `${text}: ${estimate} for ${width}`);
    }
  });

  it('adds up over the letters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [whole, parts] = [estimateTextWidth(a + b), estimateTextWidth(a) + estimateTextWidth(b)];
        assert.ok(Math.abs(whole - parts) < 1e-6);
      }),
    );
  });
});
