import { expect } from '@open-wc/testing';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import { find, mountExplorer, settled, type MountOptions } from '../../fixtures/mount.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

declare const axe: { run(node: Element, options: unknown): Promise<AxeResults> };

async function violations(explorer: DatakubeExplorer): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(explorer, { runOnly: tags, resultTypes: ['violations'] });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

describe('the explorer under axe', () => {
  const looks: MountOptions[] = (['da', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
  );
  for (const look of looks) {
    it(`has no violation in ${look.lang}, ${look.theme}`, async () => {
      const explorer = await mountExplorer(look);
      expect(await violations(explorer)).to.deep.equal([]);
    });
  }

  for (const width of [800, 340]) {
    it(`has no violation at ${width} pixels, folds open`, async () => {
      const explorer = await mountExplorer({ width });
      for (const element of explorer.renderRoot.querySelectorAll('datakube-zone, datakube-field-list')) {
        (element as HTMLElement & { open: boolean }).open = true;
      }
      await settled(explorer);
      expect(await violations(explorer)).to.deep.equal([]);
    });
  }

  it('has no violation with a menu, a filter and the whole declaration open', async () => {
    const explorer = await mountExplorer();
    find(explorer, 'button', 'Læs hele').click();
    find(explorer, '.about', 'Om Kronisk sygdom').click();
    find(explorer, '.chip', 'Bopæl').click();
    await settled(explorer);
    expect(await violations(explorer)).to.deep.equal([]);
    find(explorer, '[role=menuitem]', 'Filtrér').click();
    await settled(explorer);
    expect(await violations(explorer)).to.deep.equal([]);
  });

  it('has no violation when a table is refused', async () => {
    const explorer = await mountExplorer();
    const { state } = explorer;
    explorer.state = {
      ...state!,
      rows: [...state!.rows, plainField('sector', 'sector')],
    };
    await settled(explorer);
    expect(await violations(explorer)).to.deep.equal([]);
  });
});
