import { BaselineSubject } from './baseline.ts';
import { benchCellSet, smallerCellSet } from './cell-set.ts';
import { ElementSubject } from './element.ts';
import type { Subject } from './subject.ts';

export type Act =
  'first' | 'swap' | 'add-dimension' | 'sort' | 'fold' | 'scroll-down' | 'scroll-sideways' | 'scroll-both';
export type Size = 39_200 | 392_000;
export type Kind = keyof typeof kinds;

const kinds = {
  element: () => new ElementSubject(),
  shaded: () => new ElementSubject('shaded'),
  noted: () => new ElementSubject('noted'),
  baseline: () => new BaselineSubject(),
} as const;
let subject: Subject | undefined;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Puts a table on the page. */
async function mount(kind: Kind, cells: Size): Promise<void> {
  subject = kinds[kind]();
  subject.mount(benchCellSet(cells), document.querySelector('main')!);
  await subject.ready();
}

/** Makes ready for an act, in time that is not measured. */
async function prepare(what: Act, cells: Size): Promise<void> {
  if (what === 'first') {
    subject?.unmount();
    // Numbers are made at the first call; a page that measures a first paint has them.
    benchCellSet(cells);
  } else if (what === 'add-dimension') {
    subject!.show(smallerCellSet());
    await subject!.ready();
  }
  await frame();
  await frame();
}

/** One act, until the frame after it is drawn. */
async function act(kind: Kind, cells: Size, what: Act): Promise<void> {
  if (what === 'first') await mount(kind, cells);
  const { scroller } = subject!;
  switch (what) {
    case 'add-dimension':
      subject!.show(benchCellSet(cells));
      await subject!.ready();
      break;
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

/** The same act a number of times. */
async function repeat(kind: Kind, cells: Size, what: Act, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await act(kind, cells, what);
}

const bench = { prepare, repeat, cellCount: () => subject!.cellCount };
export type PivotBench = typeof bench;
Object.assign(globalThis, { bench });
