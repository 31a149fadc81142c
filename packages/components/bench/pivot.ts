import { BaselineSubject } from './baseline.ts';
import { benchCellSet } from './cell-set.ts';
import { ElementSubject } from './element.ts';
import type { Subject } from './subject.ts';

export type Act = 'first' | 'swap' | 'sort' | 'fold' | 'scroll-down' | 'scroll-sideways' | 'scroll-both';

const kinds = { element: ElementSubject, baseline: BaselineSubject } as const;
let subject: Subject | undefined;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Puts a table on the page, in place of the one before. */
async function mount(kind: keyof typeof kinds, cells: 39_200 | 392_000): Promise<void> {
  subject?.unmount();
  subject = new kinds[kind]();
  const cellSet = benchCellSet(cells);
  subject.mount(cellSet, document.querySelector('main')!);
  await subject.ready();
}

/** One act, until the frame after it is drawn. */
async function act(what: Act): Promise<void> {
  const { scroller } = subject!;
  switch (what) {
    case 'swap':
    case 'sort':
    case 'fold':
      subject![what]();
      await subject!.ready();
      break;
    case 'scroll-down':
      scroller.scrollTop += 84;
      break;
    case 'scroll-sideways':
      scroller.scrollLeft += 160;
      break;
    case 'scroll-both':
      scroller.scrollTop += 84;
      scroller.scrollLeft += 40;
      break;
    case 'first':
      break;
  }
  await frame();
  await frame();
}

/** The same act a number of times; for `first`, a new table each time. */
async function repeat(
  kind: keyof typeof kinds,
  cells: 39_200 | 392_000,
  what: Act,
  times: number,
): Promise<void> {
  for (let i = 0; i < times; i++) {
    if (what === 'first') await mount(kind, cells);
    await act(what);
  }
}

const bench = { repeat, cellCount: () => subject!.cellCount };
export type PivotBench = typeof bench;
Object.assign(globalThis, { bench });
