import { expect } from '@open-wc/testing';
import '../define.ts';
import type { DatakubeToolbar } from './toolbar.ts';

/** A toolbar with all its tools, in a container of a width that can be changed. */
async function toolbarIn(lang: string, view: DatakubeToolbar['view']): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.lang = lang;
  container.style.containerType = 'inline-size';
  container.style.fontSize = '14px';
  const toolbar = document.createElement('datakube-toolbar');
  Object.assign(toolbar, { view, canDownload: true });
  container.append(toolbar);
  document.body.append(container);
  await toolbar.updateComplete;
  return container;
}

describe('the toolbar', () => {
  for (const lang of ['da', 'en'])
    for (const view of ['table', 'chart'] as const)
      it(`stands on one line at every width, in ${lang} with a ${view}`, async () => {
        const container = await toolbarIn(lang, view);
        const bar = container
          .querySelector('datakube-toolbar')!
          .renderRoot.querySelector<HTMLElement>('.toolbar')!;
        const lines = (width: number): number => {
          container.style.inlineSize = `${width}px`;
          const tops = [...bar.querySelectorAll('button')]
            .filter((button) => button.checkVisibility())
            .map((button) => Math.round(button.getBoundingClientRect().top));
          return new Set(tops).size;
        };
        const widths = Array.from({ length: 101 }, (_, at) => 300 + 10 * at);
        expect(widths.filter((width) => lines(width) > 1)).to.deep.equal([]);
        container.remove();
      });
});
