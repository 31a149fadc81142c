/** An answer that came: how many cells it had, and how long it took. */
interface Past {
  readonly cells: number;
  readonly seconds: number;
}

const REMEMBERED = 20;

/** Answers of a size within this factor tell something of how long the next takes. */
const ALIKE = 4;

/** Shorter waits are not worth a word. */
const WORTH_SAYING = 2;

/** Remembers how long answers took, so that a wait can say how long it usually is. */
export class WaitingTime {
  #past: readonly Past[] = [];
  #asked: { readonly cells: number; readonly since: number } | null = null;

  /** A question of so many cells was asked. */
  begin(cells: number, now = performance.now()): void {
    this.#asked = { cells, since: now };
  }

  /** The question under way ended, with an answer or without. */
  end(answered: boolean, now = performance.now()): void {
    const asked = this.#asked;
    this.#asked = null;
    if (!asked || !answered) return;
    const seconds = (now - asked.since) / 1000;
    this.#past = [...this.#past, { cells: asked.cells, seconds }].slice(-REMEMBERED);
  }

  /** Seconds a question like the one under way has taken: least and most. Null where nothing is known. */
  expected(): { readonly least: number; readonly most: number } | null {
    const cells = this.#asked?.cells ?? 0;
    const alike = this.#past
      .filter((past) => past.cells * ALIKE >= cells && past.cells <= cells * ALIKE)
      .map(({ seconds }) => seconds);
    const most = Math.ceil(Math.max(0, ...alike));
    if (most < WORTH_SAYING) return null;
    return { least: Math.max(1, Math.floor(Math.min(...alike))), most };
  }
}
