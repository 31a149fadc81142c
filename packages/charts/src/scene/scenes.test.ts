import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member } from '../testing/cell-set.fixture.ts';
import { barScene } from '../kinds/bar/bar-scene.ts';
import { lineScene } from '../kinds/line/line-scene.ts';
import type { Shape } from './shape.ts';

const years = ['2023', '2024', '2025'].map((year) => [member('time', year)]);

function all(shape: Shape): Shape[] {
  return [shape, ...shape.children.flatMap(all)];
}

function marks(scene: Shape): (string | undefined)[] {
  return all(scene)
    .filter(({ attributes }) => attributes['role'] === 'listitem')
    .map(({ attributes }) => attributes['aria-label']);
}

describe('bar chart', () => {
  const cellSet = cellSetOf(
    [[member('residence', 'Thisted')], [member('residence', 'Læsø')]],
    [[]],
    [[1234.5], ['suppressed']],
  );

  it('says every value, and that one is hidden', () => {
    assert.deepEqual(marks(barScene(cellSet, { decimals: 1, unit: 'pr. 1.000' })), [
      'Thisted: 1.234,5 pr. 1.000',
      'Læsø: skjult af hensyn til diskretion',
    ]);
    assert.deepEqual(marks(barScene(cellSet, { language: 'en' })), [
      'Thisted: 1,235',
      'Læsø: hidden for disclosure reasons',
    ]);
  });

  it('hatches what is hidden with the pattern of this chart', () => {
    const shapes = all(barScene(cellSet, { id: 'mine' }));
    assert.equal(
      shapes.find(({ attributes }) => attributes['class'] === 'hidden')?.attributes['fill'],
      'url(#mine-hatch)',
    );
    assert.equal(shapes.find(({ tag }) => tag === 'pattern')?.attributes['id'], 'mine-hatch');
  });

  it('has patterns of its own where charts stand side by side', () => {
    const id = (): string | undefined =>
      all(barScene(cellSet, {})).find(({ tag }) => tag === 'pattern')?.attributes['id'];
    assert.notEqual(id(), id());
  });

  it('is drawn again for another width: text and bars keep their height', () => {
    const heights = (width: number): (string | undefined)[] =>
      all(barScene(cellSet, { width })).flatMap(({ tag, attributes }) =>
        tag === 'rect' ? [attributes['height']] : [],
      );
    assert.deepEqual(heights(320), heights(900));
  });

  it('sets no style attribute, which a strict CSP would refuse', () => {
    for (const { attributes } of all(barScene(cellSet, {}))) assert.equal(attributes['style'], undefined);
  });

  it('sets one member apart from the others', () => {
    const colours = all(barScene(cellSet, { highlight: 'Thisted' }))
      .map(({ attributes }) => attributes['class'])
      .filter((name) => name?.startsWith('bar '));
    assert.deepEqual(colours, ['bar series-1']);
    assert.ok(
      all(barScene(cellSet, { highlight: 'Læsø' })).some(
        ({ attributes }) => attributes['class'] === 'bar context',
      ),
    );
  });
});

describe('line chart', () => {
  const cellSet = cellSetOf([[member('residence', 'Fanø')]], years, [[10, 'suppressed', 12]]);

  it('breaks the line where a value is hidden', () => {
    const path = all(lineScene(cellSet, {})).find(
      ({ attributes }) => attributes['class'] === 'line series-1',
    );
    assert.equal(path?.attributes['d']?.match(/M/g)?.length, 2);
  });

  it('says every period', () => {
    assert.deepEqual(marks(lineScene(cellSet, { unit: 'borgere' })), [
      'Fanø, 2023: 10 borgere',
      'Fanø, 2024: skjult af hensyn til diskretion',
      'Fanø, 2025: 12 borgere',
    ]);
  });
});
