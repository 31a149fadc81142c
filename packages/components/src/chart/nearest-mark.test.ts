import { expect } from '@open-wc/testing';
import { isDirection, nearest } from './nearest-mark.ts';

const places = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 30, y: 4 },
  { x: 0, y: 10 },
  { x: 12, y: 22 },
];

describe('the nearest place in a direction', () => {
  it('is the one straight ahead, before a nearer one aside', () => {
    expect(nearest(places, 0, 'ArrowRight')).to.equal(1);
    expect(nearest(places, 1, 'ArrowRight')).to.equal(2);
    expect(nearest(places, 0, 'ArrowDown')).to.equal(3);
    expect(nearest(places, 4, 'ArrowUp')).to.equal(1);
    expect(nearest(places, 2, 'ArrowLeft')).to.equal(1);
  });

  it('is none at the edge, and none from nowhere', () => {
    expect(nearest(places, 0, 'ArrowLeft')).to.equal(-1);
    expect(nearest(places, 0, 'ArrowUp')).to.equal(-1);
    expect(nearest(places, -1, 'ArrowUp')).to.equal(-1);
  });

  it('is for arrows alone', () => {
    expect(isDirection('ArrowUp')).to.equal(true);
    expect(isDirection('Home')).to.equal(false);
  });
});
