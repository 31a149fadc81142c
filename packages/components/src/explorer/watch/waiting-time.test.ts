import { expect } from '@open-wc/testing';
import { WaitingTime } from './waiting-time.ts';

describe('how long a question usually takes', () => {
  function after(...past: readonly [cells: number, seconds: number][]): WaitingTime {
    const waiting = new WaitingTime();
    for (const [cells, seconds] of past) {
      waiting.begin(cells, 0);
      waiting.end(true, seconds * 1000);
    }
    return waiting;
  }

  it('is not known from nothing, and not worth saying of a second', () => {
    const waiting = after([1000, 0.4]);
    expect(waiting.expected()).to.equal(null);
    waiting.begin(1000, 0);
    expect(waiting.expected()).to.equal(null);
  });

  it('is what questions of about the same size have taken', () => {
    const waiting = after([10_000, 4.2], [12_000, 5.8], [500_000, 30]);
    waiting.begin(20_000, 0);
    expect(waiting.expected()).to.deep.equal({ least: 4, most: 6 });
  });

  it('does not count what was stopped', () => {
    const waiting = new WaitingTime();
    waiting.begin(1000, 0);
    waiting.end(false, 60_000);
    waiting.begin(1000, 0);
    expect(waiting.expected()).to.equal(null);
  });
});
