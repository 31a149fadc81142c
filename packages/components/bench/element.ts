import '../src/pivot-table/define.ts';
import type { CellSet } from '@datakube/contract';
import type { DatakubePivotTable } from '../src/pivot-table/pivot-table.ts';
import type { Subject } from './subject.ts';

/** `<datakube-pivot-table>`, driven through its properties. */
export class ElementSubject implements Subject {
  #table!: DatakubePivotTable;
  #turn = 0;

  mount(cellSet: CellSet, parent: HTMLElement): void {
    this.#table = document.createElement('datakube-pivot-table');
    this.#table.cellSet = cellSet;
    parent.append(this.#table);
  }

  show(cellSet: CellSet): void {
    this.#table.cellSet = cellSet;
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
