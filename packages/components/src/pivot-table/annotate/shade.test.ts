import { expect } from '@open-wc/testing';
import type { CellSet } from '@datakube/contract';
import { mountPivotTable } from '../../../fixtures/mount-pivot-table.ts';
import { productCellSet, type DimensionShape } from '../../../fixtures/product-cell-set.ts';
import '../define.ts';
import type { DatakubePivotTable } from '../pivot-table.ts';

const values: Record<string, number | null> = {
  '1081': 5000,
  a: 10,
  b: 20,
  c: null,
  d: 30,
  e: 40,
  f: 50,
  '1082': 9000,
  total: 20000,
};
const residence: DimensionShape = {
  dimension: 'residence',
  members: [
    {
      code: '1081',
      label: 'Region Nordjylland',
      level: 'region',
      children: ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, label: code, level: 'municipality' })),
    },
    { code: '1082', label: 'Region Midtjylland', level: 'region' },
  ],
  total: 'Hele landet',
};
const year: DimensionShape = { dimension: 'time', members: [{ code: '2025', label: '2025', level: 'year' }] };

const cellSet = (sign = 1): CellSet =>
  productCellSet([residence], [year], {
    persons: (_r, _c, [row]) => {
      const value = values[row!.code]!;
      return value === null ? { status: 'suppressed' } : { status: 'published', value: sign * (value - 20) };
    },
  });

async function table(properties: Partial<DatakubePivotTable>): Promise<DatakubePivotTable> {
  const element = mountPivotTable('da');
  Object.assign(element, { cellSet: cellSet(), ...properties });
  await element.updateComplete;
  return element;
}

/** What stands in each row, and how it is shaded. */
const shades = (element: DatakubePivotTable): Record<string, string | undefined> =>
  Object.fromEntries(
    [...element.shadowRoot!.querySelectorAll('.body .row')].map((row) => [
      row.querySelector('.stub')!.textContent.trim(),
      row.querySelector<HTMLElement>('.cell')!.dataset['shade'],
    ]),
  );

describe('shading in <datakube-pivot-table>', () => {
  it('gives members of the finest level classes of as many each; totals, subtotals and hidden values none', async () => {
    expect(shades(await table({ shading: { persons: 'heat' } }))).to.deep.equal({
      'Hele landet': undefined,
      'Region Nordjylland': undefined,
      a: '1',
      b: '2',
      c: undefined,
      d: '3',
      e: '4',
      f: '5',
      'Region Midtjylland': undefined,
    });
  });

  it('compares what shows: the regions when their members are folded away', async () => {
    const element = await table({ shading: { persons: 'heat' }, collapsed: ['residence:1081'] });
    expect(shades(element)).to.deep.equal({
      'Hele landet': undefined,
      'Region Nordjylland': '1',
      'Region Midtjylland': '5',
    });
  });

  it('compares again when others show, and the same after a swap', async () => {
    const element = await table({ shading: { persons: 'heat' } });
    const before = shades(element);
    const folded = { 'Hele landet': undefined, 'Region Nordjylland': '1', 'Region Midtjylland': '5' };
    for (const [collapsed, expected] of [
      [['residence:1081'], folded],
      [[], before],
    ] as const) {
      element.collapsed = collapsed;
      await element.updateComplete;
      expect(shades(element)).to.deep.equal(expected);
    }
    element.swapped = true;
    await element.updateComplete;
    const across = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.cell')].map(
      ({ dataset }) => dataset['shade'],
    );
    expect(across.filter(Boolean)).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('leaves a hidden cell exactly as it is without', async () => {
    const look = (element: DatakubePivotTable): string =>
      element.shadowRoot!.querySelector('.cell.suppressed')!.outerHTML;
    const plain = look(await table({}));
    for (const kind of ['heat', 'bars'] as const)
      expect(look(await table({ shading: { persons: kind } }))).to.equal(plain);
  });

  it('says below the table what the shades mean', async () => {
    const element = await table({ shading: { persons: 'heat' } });
    const legend = [...element.shadowRoot!.querySelectorAll('.legend .heat > span')];
    expect(legend.map(({ textContent }) => textContent)).to.deep.equal(['-10', '0', '10', '20', '30']);
  });

  it('draws bars from zero, negative numbers to the other side', async () => {
    const element = await table({ shading: { persons: 'bars' } });
    // From −10 to 30 is the width of the cell, so zero is at a quarter of it.
    const place = (row: string): string[] => {
      const cell = [...element.shadowRoot!.querySelectorAll('.body .row')]
        .find((each) => each.querySelector('.stub')!.textContent.trim() === row)!
        .querySelector<HTMLElement>('.cell')!;
      return [cell.style.getPropertyValue('--_at'), cell.style.getPropertyValue('--_long')];
    };
    expect(place('a')).to.deep.equal(['0.00%', '25.00%']);
    expect(place('b')[1]).to.equal('0.00%');
    // A bar of half the cell that begins at a quarter has half of the room that is left before it.
    expect(place('e')).to.deep.equal(['50.00%', '50.00%']);
    expect(place('f')).to.deep.equal(['100.00%', '75.00%']);
    expect(place('c')).to.deep.equal(['', '']);
  });

  it('is gone when it is turned off, and follows another kind', async () => {
    const element = await table({ shading: { persons: 'bars' } });
    element.shading = { persons: 'heat' };
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('.cell[style*="--_at"]')).to.have.length(0);
    element.shading = {};
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[data-shade]')).to.have.length(0);
  });

  it('stays with its numbers when the table scrolls and sorts', async () => {
    const many: DimensionShape = {
      dimension: 'residence',
      members: Array.from({ length: 300 }, (_, i) => ({ code: `${i}`, label: `${i}`, level: 'parish' })),
    };
    const element = await table({
      cellSet: productCellSet([many], [year], {
        persons: (r) => (r % 7 === 0 ? { status: 'suppressed' } : { status: 'published', value: r }),
      }),
      shading: { persons: 'heat' },
    });
    const scroller = element.shadowRoot!.querySelector('.scroller')!;
    for (const top of [900, 3000, 2900, 0]) {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event('scroll'));
      for (const [label, shade] of Object.entries(shades(element))) {
        const row = Number(label);
        // 257 numbers in five classes of as many: about the row itself, by sixtieths of the way.
        if (row % 7 === 0) expect(shade, label).to.equal(undefined);
        else
          expect(Number(shade), label).to.be.closeTo(
            1 + Math.floor(row / 60),
            row % 60 < 2 || row % 60 > 57 ? 1 : 0,
          );
      }
    }
  });

  it('keeps the contrast of text at 4.5:1 on every shade', async () => {
    for (const theme of ['light', 'dark']) {
      const element = await table({ shading: { persons: 'heat' } });
      element.parentElement!.setAttribute('data-datakube-theme', theme);
      await element.updateComplete;
      const shaded = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.cell[data-shade]')];
      expect(shaded).to.have.length(5);
      for (const cell of shaded) {
        const { color, backgroundColor } = getComputedStyle(cell);
        expect(
          contrast(color, backgroundColor),
          `${theme} ${cell.dataset['shade']!}`,
        ).to.be.greaterThanOrEqual(4.5);
      }
    }
  });
});

/** Contrast, WCAG 2.2, "Definitions". */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)!.map((channel) => {
      const part = Number(channel) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [less = 0, more = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}
