import type { CellSet } from '@datakube/contract';
import type { Subject } from './subject.ts';

const rowHeight = 28;
const columnWidth = 80;
const stubWidth = 232;
const spare = 2;

/**
 * The least that can be done: a plain table over the visible window, every cell written again whenever the
 * window moves. No roles beyond the table's own, no marks, no focus, no measured widths, no group labels.
 */
export class BaselineSubject implements Subject {
  readonly scroller = document.createElement('div');
  readonly #sizer = document.createElement('div');
  readonly #table = document.createElement('table');
  readonly #head = document.createElement('tr');
  readonly #rows: HTMLTableRowElement[] = [];
  readonly #format = new Intl.NumberFormat('da-DK');
  #cellSet!: CellSet;
  #value!: Float64Array;
  #down!: Int32Array;
  #across!: Int32Array;
  #swapped = false;
  #folded = false;
  #turn = 0;

  mount(cellSet: CellSet, parent: HTMLElement): void {
    this.scroller.className = 'baseline';
    const thead = document.createElement('thead');
    thead.append(this.#head);
    this.#table.append(thead, document.createElement('tbody'));
    this.#sizer.append(this.#table);
    this.scroller.append(this.#sizer);
    parent.append(this.scroller);
    this.show(cellSet);
    this.scroller.addEventListener('scroll', () => this.#paint());
  }

  show(cellSet: CellSet): void {
    this.#cellSet = cellSet;
    this.#value = [...cellSet.measures.values()][0]!.value;
    this.#order();
  }

  swap(): void {
    this.#swapped = !this.#swapped;
    this.#order();
  }

  sort(): void {
    const sign = this.#turn++ % 2 === 0 ? -1 : 1;
    const width = this.#cellSet.columns.length;
    this.#down.sort((a, b) => sign * (this.#value[a * width + 17]! - this.#value[b * width + 17]!) || a - b);
    this.#paint();
  }

  fold(): void {
    this.#folded = !this.#folded;
    this.#order();
  }

  get cellCount(): number {
    return this.#table.querySelectorAll('td').length;
  }

  unmount(): void {
    this.scroller.remove();
  }

  ready(): Promise<unknown> {
    return Promise.resolve();
  }

  #order(): void {
    const { rows, columns } = this.#cellSet;
    const shown = rows.flatMap(([residence], i) =>
      this.#folded && residence!.code.startsWith('M1') ? [] : [i],
    );
    const [down, across] = this.#swapped ? [[...columns.keys()], shown] : [shown, [...columns.keys()]];
    this.#down = Int32Array.from(down);
    this.#across = Int32Array.from(across);
    this.#sizer.style.height = `${(down.length + 1) * rowHeight}px`;
    this.#sizer.style.width = `${stubWidth + across.length * columnWidth}px`;
    this.#paint();
  }

  #paint(): void {
    const { scroller } = this;
    const [down, across] = [this.#down, this.#across];
    const { rows, columns } = this.#cellSet;
    const [rowTuples, columnTuples] = this.#swapped ? [columns, rows] : [rows, columns];
    const width = columns.length;
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - spare);
    const last = Math.min(
      down.length,
      Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + spare,
    );
    const left = Math.max(0, Math.floor(scroller.scrollLeft / columnWidth) - 1);
    const right = Math.min(
      across.length,
      Math.ceil((scroller.scrollLeft + scroller.clientWidth - stubWidth) / columnWidth) + 1,
    );
    this.#table.style.top = `${first * rowHeight}px`;
    this.#table.style.left = `${left * columnWidth}px`;
    this.#table.style.width = `${stubWidth + (right - left) * columnWidth}px`;
    this.#fit(last - first, right - left);
    for (let c = left; c < right; c++)
      this.#head.cells[c - left + 1]!.textContent = columnTuples[across[c]!]!.at(-1)!.label;
    for (let r = first; r < last; r++) {
      const { cells } = this.#rows[r - first]!;
      cells[0]!.textContent = rowTuples[down[r]!]!.at(-1)!.label;
      for (let c = left; c < right; c++) {
        const value =
          this.#value[this.#swapped ? across[c]! * width + down[r]! : down[r]! * width + across[c]!]!;
        cells[c - left + 1]!.textContent = Number.isNaN(value) ? '[skjult]' : this.#format.format(value);
      }
    }
  }

  #fit(height: number, width: number): void {
    const body = this.#table.tBodies[0]!;
    while (this.#rows.length > height) this.#rows.pop()!.remove();
    while (this.#rows.length < height) this.#rows.push(body.insertRow());
    for (const row of [this.#head, ...this.#rows]) {
      while (row.cells.length > width + 1) row.deleteCell(-1);
      while (row.cells.length < width + 1) {
        row.append(document.createElement(row === this.#head || row.cells.length === 0 ? 'th' : 'td'));
      }
    }
  }
}
