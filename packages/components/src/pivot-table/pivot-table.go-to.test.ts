import { expect } from '@open-wc/testing';
import { productCellSet } from '../../fixtures/product-cell-set.ts';
import { TableInUse } from '../../fixtures/table-in-use.ts';
import { until } from '../../fixtures/until.ts';
import { findNames } from './tools/find-names.ts';
import './define.ts';

const members = (dimension: string, count: number, name: string) => ({
  dimension,
  members: Array.from({ length: count }, (_, i) => ({
    code: `${i}`,
    label: `${name} ${i}`,
    level: dimension,
  })),
});

/** 1,000 rows and 50 columns; each cell tells where it stands. */
const large = productCellSet([members('residence', 1000, 'Place')], [members('time', 50, 'Month')], {
  persons: (row, column) => ({ status: 'published', value: row * 100 + column }),
});

describe('going to a place', () => {
  it('reaches any cell of 1,000 × 50 from any other in at most 12 presses', async () => {
    const table = await TableInUse.mount({ cellSet: large });
    let state = 20261121;
    const random = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >> 4) % below;
    };
    // The farthest corners, and some in between.
    const targets = [
      [999, 49],
      [0, 0],
      ...Array.from({ length: 6 }, () => [random(1000), random(50)]),
    ] as const;
    for (const [row, column] of targets) {
      const presses = ['Control+g', ...`${row! + 1}`, 'Tab', ...`${column! + 1}`, 'Enter'];
      expect(presses.length).to.be.at.most(12);
      await table.press(presses[0]!);
      await until(() => table.dialog?.open);
      await table.press(...presses.slice(1));
      expect(table.root.activeElement!.textContent).to.equal((row! * 100 + column!).toLocaleString('da-DK'));
      expect(table.focused).to.deep.equal([row! + 2, column! + 2]);
    }
  });

  it('finds the name itself, then the number, then names that begin, have a word that begins, or hold what is typed', () => {
    const names = [
      'Ny 3',
      'Aarhus',
      '2',
      'Syddjurs',
      'Ringkøbing-Skjern',
      'Københavns omegn',
      'Byen København',
      'Røkøb',
    ];
    const find = (typed: string): string[] =>
      findNames((at) => names[at]!, names.length, typed, 6).map((at) => names[at]!);
    expect(find('købe')).to.deep.equal(['Københavns omegn', 'Byen København']);
    expect(find('køb')).to.deep.equal(['Københavns omegn', 'Byen København', 'Ringkøbing-Skjern', 'Røkøb']);
    expect(find('2')).to.deep.equal(['2', 'Aarhus']);
    expect(find('3')).to.deep.equal(['2', 'Ny 3']);
    expect(find(' ')).to.deep.equal([]);
    expect(find('zz')).to.deep.equal([]);
  });

  it('stays in the row when only a column is typed, and says when nothing matches', async () => {
    const table = await TableInUse.mount();
    await table.focus(6, 2);
    await table.press('Control+g');
    await until(() => table.dialog?.open);
    await table.press('x', 'x');
    expect(table.dialog!.textContent).to.include('Intet passer');
    await table.press('Backspace', 'Backspace', 'Tab', '2', '0', '2', '4', 'ArrowDown', 'Enter');
    expect(table.focused).to.deep.equal([6, 6]);
  });

  it('is left to the page where keys without Ctrl are turned off', async () => {
    const table = await TableInUse.mount({ withoutSingleKeys: true });
    await table.focus(6, 1);
    let left = 0;
    document.addEventListener('keydown', () => left++, { once: true });
    await table.press('h');
    await table.press('?');
    expect(table.dialog).to.equal(null);
    expect(left).to.equal(1);
  });
});
