import '../src/pivot-table/define.ts';
import type { CellSet, Flag, Note, TupleEntry } from '@datakube/contract';
import type { DatakubePivotTable } from '../src/pivot-table/pivot-table.ts';
import type { MeasureInfo } from '../src/pivot-table/table-info.ts';
import type { Subject } from './subject.ts';

const both = (text: string): { da: string; en: string } => ({ da: text, en: text });
const measureInfo: readonly MeasureInfo[] = [
  { id: 'persons', name: both('Borgere'), unit: both('pr. 1.000'), additiveOver: [] },
];

/** The same with a break, provisional numbers and three footnotes. */
function noted(cellSet: CellSet): CellSet {
  const flags: Readonly<Record<string, Flag>> = { Y3: 'break', Y19: 'provisional' };
  const flagged = (entry: TupleEntry): TupleEntry => {
    const flag = flags[entry.code];
    return flag ? { ...entry, flags: [flag] } : entry;
  };
  const note = (about: NonNullable<Note['about']>): Note => ({
    code: 'note',
    text: both('Opgjort anderledes'),
    about,
  });
  return {
    ...cellSet,
    columns: cellSet.columns.map((tuple) => tuple.map(flagged)),
    notes: [
      note({ measure: 'persons' }),
      note({ dimension: 'time', member: 'Y3' }),
      note({ dimension: 'residence', member: 'M00' }),
    ],
  };
}

/** What a table says beside its numbers: nothing, shades by their size, or flags, units and footnotes. */
export type Dress = 'plain' | 'shaded' | 'noted';

/** `<datakube-pivot-table>`, driven through its properties. */
export class ElementSubject implements Subject {
  readonly #dress: Dress;
  #table!: DatakubePivotTable;
  #turn = 0;

  constructor(dress: Dress = 'plain') {
    this.#dress = dress;
  }

  mount(cellSet: CellSet, parent: HTMLElement): void {
    this.#table = document.createElement('datakube-pivot-table');
    if (this.#dress === 'shaded') this.#table.shading = { persons: 'heat' };
    if (this.#dress === 'noted') this.#table.measureInfo = measureInfo;
    this.show(cellSet);
    parent.append(this.#table);
  }

  show(cellSet: CellSet): void {
    this.#table.cellSet = this.#dress === 'noted' ? noted(cellSet) : cellSet;
  }

  swap(): void {
    this.#table.swapped = !this.#table.swapped;
  }

  sort(): void {
    const direction = this.#turn++ % 2 === 0 ? 'descending' : 'ascending';
    this.#table.sort = { by: 'value', direction, column: 'time:Y3/kind:total', measure: 'persons' };
  }

  fold(): void {
    this.#table.collapsed = this.#table.collapsed.length > 0 ? [] : ['residence:R1'];
  }

  get scroller(): HTMLElement {
    return this.#table.shadowRoot!.querySelector<HTMLElement>('.scroller')!;
  }

  get cellCount(): number {
    return this.#table.shadowRoot!.querySelectorAll('.cell').length;
  }

  unmount(): void {
    this.#table.remove();
  }

  ready(): Promise<unknown> {
    return this.#table.updateComplete;
  }
}
