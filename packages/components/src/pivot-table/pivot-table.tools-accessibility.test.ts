import { expect } from '@open-wc/testing';
import 'axe-core';
import { everyOffer, TableInUse } from '../../fixtures/table-in-use.ts';
import { until } from '../../fixtures/until.ts';
import './define.ts';

type Axe = typeof import('axe-core');
const { axe } = globalThis as unknown as { axe: Axe };

describe('what opens over <datakube-pivot-table>', () => {
  for (const lang of ['da', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      for (const key of ['Enter', '?', 'Control+g'] as const) {
        it(`has nothing axe objects to: ${key}, ${theme}, ${lang}`, async () => {
          const table = await TableInUse.mount({ offers: everyOffer }, lang);
          const main = table.element.parentElement!;
          main.setAttribute('data-datakube-theme', theme);
          main.style.background = theme === 'dark' ? '#161a1f' : '#fff';
          await table.focus(2, 2);
          await table.press(key);
          await until(() => table.hasMenu || table.dialog?.open);
          if (key === 'Control+g') await table.press('k');
          const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(table.element, { runOnly: tags });
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary ?? ''}`),
          ).to.deep.equal([]);
          await table.press('Escape');
        });
      }
    }
  }
});
