import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareNames, formatDate, formatNumber, formatRelease, formatTime, numberFormat } from './format.ts';

/** The Danish way of writing a number, by hand: points between thousands, a comma before decimals. */
function danish(value: number, decimals: number): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `,${rest}`}`;
}

describe('numbers', () => {
  it('are written the Danish way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        assert.equal(formatNumber(value, 'da').replace('−', '-'), danish(value, 0));
      }),
    );
    // Halves and quarters are exact in binary, so rounding is no matter of taste.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (quarters) => {
        assert.equal(formatNumber(quarters / 4, 'da', 2), danish(quarters / 4, 2));
      }),
    );
  });

  it('are written the English way with the signs the other way round', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(3), (value, decimals) => {
        const turned = formatNumber(value, 'da', decimals).replace(/[.,]/g, (sign) =>
          sign === '.' ? ',' : '.',
        );
        assert.equal(formatNumber(value, 'en', decimals), turned);
      }),
    );
  });

  it('have exactly the decimals that were asked for', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((decimals) => formatNumber(1234.5, 'da', decimals)),
      ['1.235', '1.234,5', '1.234,50', '1.234,500'],
    );
    assert.equal(formatNumber(0, 'da', 1), '0,0');
  });

  it('share a format by language and decimals, and none other', () => {
    assert.equal(numberFormat('da', 1), numberFormat('da', 1));
    const formats = [numberFormat('da'), numberFormat('da', 1), numberFormat('en'), numberFormat('en', 1)];
    assert.equal(new Set(formats).size, 4);
  });
});

describe('names', () => {
  const sorted = (names: readonly string[], language: 'da' | 'en'): string[] =>
    [...names].sort((a, b) => compareNames(a, b, language));

  // Retskrivningsordbogen § 2: æ, ø, å last, and aa in names as å.
  const places = [
    'Allerød',
    'Ballerup',
    'Odense',
    'Vejle',
    'Ærø',
    'Ølstykke',
    'Aabenraa',
    'Aalborg',
    'Aarhus',
    'Årslev',
  ];

  it('come in the Danish order: Æ, Ø, Å last, Aa as Å', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (shuffled) => {
        assert.deepEqual(sorted(shuffled, 'da'), places);
      }),
    );
  });

  it('come in the English order where the language is English', () => {
    assert.deepEqual(sorted(['Vejle', 'Ærø', 'Aarhus', 'Odense'], 'en'), [
      'Aarhus',
      'Ærø',
      'Odense',
      'Vejle',
    ]);
  });

  it('count by numbers in them', () => {
    assert.deepEqual(sorted(['10-14 år', '5-9 år', '0-4 år'], 'da'), ['0-4 år', '5-9 år', '10-14 år']);
  });

  it('are in one order however they are compared', () => {
    const name = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{0,4}( [0-9]{1,2})?$/);
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const sign = (x: string, y: string): number => Math.sign(compareNames(x, y, 'da'));
        assert.equal(sign(a, b) + sign(b, a), 0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) assert.ok(sign(a, c) <= 0);
      }),
    );
  });
});

describe('dates and times', () => {
  it('are written as each language does, on the day they name', () => {
    assert.equal(formatDate('2026-11-03', 'da'), '3.11.2026');
    assert.equal(formatDate('2026-11-03', 'en'), '03/11/2026');
    assert.equal(formatDate('2025-12-31T23:59:59Z', 'da'), '31.12.2025');
    assert.equal(formatDate('2026-01-01T00:00:00Z', 'da'), '1.1.2026');
  });

  it('have two digits and the sign of the language between', () => {
    const time = new Date(2026, 0, 31, 9, 5);
    assert.equal(formatTime(time, 'da'), '09.05');
    assert.equal(formatTime(time, 'en'), '09:05');
  });
});

describe('releases', () => {
  it('that are named by a hash are shown by its first eight characters', () => {
    assert.equal(formatRelease('f55dc6c5a1b2c3d4e5f60718293a4b5c'), 'f55dc6c5');
    assert.equal(formatRelease('F55DC6C5A1B2C3D4'), 'F55DC6C5');
  });

  it('that have another name are shown by all of it', () => {
    for (const id of ['2026.11-2', 'f55dc6c5', '20261103', 'efterår-2026', 'november-2026-udgave-2', ''])
      assert.equal(formatRelease(id), id);
  });
});
