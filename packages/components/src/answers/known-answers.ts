import type { CellSet, Cube, Query } from '@datakube/contract';
import { sliceAnswer, type KnownAnswer } from './slice-answer.ts';

/** An answer, and when its numbers came. */
export interface DatedAnswer extends KnownAnswer {
  readonly at: Date;
}

/** Answers kept to answer from. The client keeps more, but only gives them back to the very same question. */
const KEPT = 8;

/** The latest answers of the environment to one user about one release, in one language. */
export class KnownAnswers {
  #answers: readonly DatedAnswer[] = [];

  /** Keeps an answer of the environment. Those of another cube or release are forgotten: numbers never mix. */
  keep(answer: DatedAnswer): void {
    const { cube, release } = answer.cells;
    const same = this.#answers.filter(({ cells }) => cells.cube === cube && cells.release === release);
    this.#answers = [answer, ...same].slice(0, KEPT);
  }

  /** The answer to a query out of what is kept; null where the environment has to be asked. */
  find(query: Query, cube: Cube): { readonly cells: CellSet; readonly at: Date } | null {
    for (const known of this.#answers) {
      const cells = known.cells.cube === cube.id ? sliceAnswer(known, query, cube) : null;
      if (cells) return { cells, at: known.at };
    }
    return null;
  }

  forget(): void {
    this.#answers = [];
  }
}
