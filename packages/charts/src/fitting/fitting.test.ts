import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHART_TYPES, type ChartType, type Tuple } from '@datakube/contract';
import fc from 'fast-check';
import { MUNICIPALITY_TILES } from '../kinds/tile-map/municipality-tiles.ts';
import { cellSetOf, member, total } from '../testing/cell-set.fixture.ts';
import type { ChartFacts } from './chart-facts.ts';
import { fittingChart } from './fitting-chart.ts';
import { misfit } from './misfit.ts';
import type { Reason } from './reasons.ts';

/** Every combination of so many members of each dimension. */
function axis(...dimensions: readonly (readonly [string, number])[]): Tuple[] {
  return dimensions.reduce<Tuple[]>(
    (tuples, [dimension, count]) =>
      tuples.flatMap((tuple) =>
        Array.from({ length: count }, (_, index) => [
          ...tuple,
          member(dimension, codeOf(dimension, count, index)),
        ]),
      ),
    [[]],
  );
}

/** More than the five regions are municipalities, by their official codes. */
function codeOf(dimension: string, count: number, index: number): string {
  const [municipality] = MUNICIPALITY_TILES[index] ?? [];
  return dimension === 'residence' && count > 5 && municipality ? municipality : `${dimension}${index}`;
}

const filled = (rows: readonly Tuple[], columns: readonly Tuple[]) =>
  cellSetOf(
    rows,
    columns,
    rows.map(() => columns.map(() => 1)),
  );

const dimensions = {
  residence: 'geography',
  age: 'age',
  sex: 'sex',
  time: 'time',
  disease: 'code',
  sector: 'code',
} as const;
const persons: ChartFacts = { kind: 'persons', additiveOver: ['residence', 'age', 'sex'], dimensions };
const rate: ChartFacts = { kind: 'rate', additiveOver: [], dimensions };

describe('the chart that suits', () => {
  const cases: readonly (readonly [string, ChartType, Tuple[], Tuple[], ChartFacts])[] = [
    ['a few series over time', 'line', axis(['residence', 3]), axis(['time', 5]), persons],
    ['time alone', 'line', axis(), axis(['time', 12]), persons],
    ['time on the side', 'line', axis(['time', 12]), axis(['sex', 2]), persons],
    ['many kommuner over time', 'small-multiples', axis(['residence', 98]), axis(['time', 10]), rate],
    [
      'two dimensions over time',
      'small-multiples',
      axis(['disease', 4], ['sex', 2]),
      axis(['time', 6]),
      rate,
    ],
    ['members in two periods', 'dot', axis(['residence', 11]), axis(['time', 2]), rate],
    ['two sexes in two periods', 'line', axis(['sex', 2]), axis(['time', 2]), rate],
    ['age by sex', 'pyramid', axis(['age', 20]), axis(['sex', 2]), persons],
    ['sex by age', 'pyramid', axis(['sex', 2]), axis(['age', 20]), persons],
    ['age by sex in one column', 'pyramid', axis(['age', 20], ['sex', 2]), axis(), persons],
    ['a rate of all kommuner', 'tile-map', axis(['residence', 98]), axis(['time', 1]), rate],
    ['a count of all kommuner', 'bar', axis(['residence', 98]), axis(['time', 1]), persons],
    ['a rate of the regions', 'bar', axis(['residence', 5]), axis(['time', 1]), rate],
    ['parts that add up', 'stacked-bar', axis(['residence', 5]), axis(['sex', 2]), persons],
    ['parts that do not', 'bar', axis(['residence', 5]), axis(['disease', 3]), persons],
    ['rates of parts', 'bar', axis(['residence', 5]), axis(['sex', 2]), rate],
    ['two larger dimensions', 'heat-map', axis(['disease', 8]), axis(['age', 9]), rate],
    ['names alone', 'bar', axis(['disease', 8]), axis(), persons],
    ['names across', 'bar', axis(), axis(['disease', 8]), persons],
    ['one number', 'bar', axis(), axis(), persons],
    ['nothing', 'bar', [], axis(), persons],
    ['what nobody has said anything of', 'line', axis(['place', 3]), axis(['time', 4]), {}],
    ['parts nobody knows to add up', 'bar', axis(['place', 3]), axis(['kind', 4]), {}],
  ];
  for (const [what, expected, rows, columns, facts] of cases) {
    it(`is ${expected} for ${what}`, () =>
      assert.equal(fittingChart(filled(rows, columns), facts), expected));
  }

  it('does not count totals, nor parents above their children', () => {
    const rows = [[total('residence')], ...axis(['residence', 3])];
    assert.equal(fittingChart(filled(rows, [...axis(['time', 3]), [total('time')]]), rate), 'line');
  });

  it('misleads nobody, whatever the shape, and is what is offered for those that do', () => {
    const dimension = fc.tuple(fc.constantFrom(...Object.keys(dimensions)), fc.integer({ min: 1, max: 25 }));
    const shape = fc
      .uniqueArray(dimension, { maxLength: 3, selector: ([id]) => id })
      .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all.length })));
    fc.assert(
      fc.property(shape, fc.constantFrom(persons, rate, {}), ([all, split], facts) => {
        fc.pre(all.reduce((cells, [, count]) => cells * count, 1) < 3000);
        const cellSet = filled(axis(...all.slice(0, split)), axis(...all.slice(split)));
        const fitting = fittingChart(cellSet, facts);
        assert.equal(misfit(cellSet, fitting, facts), null);
        for (const type of CHART_TYPES) {
          const found = misfit(cellSet, type, facts);
          if (found) assert.equal(found.better, fitting);
        }
      }),
    );
  });

  it('is the same whatever is hidden', () => {
    const rows = axis(['residence', 4]);
    const [all, none] = [1, 'suppressed'] as const;
    for (const facts of [persons, rate]) {
      const shown = cellSetOf(
        rows,
        axis(['sex', 2]),
        rows.map(() => [all, all]),
      );
      const hidden = cellSetOf(
        rows,
        axis(['sex', 2]),
        rows.map(() => [none, all]),
      );
      assert.equal(fittingChart(hidden, facts), fittingChart(shown, facts));
    }
  });
});

describe('a chart that misleads', () => {
  const byDisease = filled(axis(['residence', 5]), axis(['disease', 3]));
  const bySex = filled(axis(['residence', 5]), axis(['sex', 2]));
  const withTotal = filled(axis(['residence', 5]), [...axis(['sex', 2]), [total('sex')]]);
  const overTime = filled(axis(['sex', 2]), axis(['time', 5]));
  const places = filled(axis(['residence', 98]), axis(['time', 1]));
  const ages = filled(axis(['age', 9]), axis(['disease', 8]));

  const cases: readonly (readonly [ChartType, Reason | null, typeof bySex, ChartFacts])[] = [
    ['stacked-bar', 'does-not-add-up', byDisease, persons],
    ['share-bar', 'does-not-add-up', byDisease, persons],
    ['share-bar', 'ratios-do-not-add-up', bySex, rate],
    ['stacked-bar', 'changes-do-not-add-up', bySex, { ...persons, measure: 'persons.change' }],
    ['stacked-bar', 'changes-do-not-add-up', bySex, { ...persons, measure: 'persons.growth' }],
    ['stacked-bar', 'ratios-do-not-add-up', bySex, { ...persons, measure: 'persons.index' }],
    ['stacked-bar', 'nothing-to-stack', places, persons],
    ['stacked-bar', null, bySex, persons],
    ['stacked-bar', 'too-many-series', ages, {}],
    ['share-bar', 'no-whole', bySex, persons],
    ['share-bar', null, withTotal, persons],
    ['share-bar', null, withTotal, { ...persons, measure: 'persons.row-share' }],
    ['share-bar', 'does-not-add-up', byDisease, { ...persons, measure: 'persons.row-share' }],
    ['line', 'no-time', byDisease, persons],
    ['line', 'no-time', places, persons],
    ['line', null, overTime, rate],
    ['line', 'too-many-series', filled(axis(['residence', 5]), axis(['time', 5])), rate],
    ['area', null, overTime, persons],
    ['area', 'ratios-do-not-add-up', overTime, rate],
    ['area', 'does-not-add-up', filled(axis(['disease', 3]), axis(['time', 5])), persons],
    ['area', 'no-time', bySex, persons],
    ['bar', 'too-many-series', ages, rate],
    ['bar', null, byDisease, persons],
    ['pyramid', 'not-age-by-sex', bySex, persons],
    ['pyramid', 'not-age-by-sex', filled(axis(['age', 9]), axis()), persons],
    ['pyramid', 'not-age-by-sex', filled(axis(['age', 9]), axis(['sex', 3])), persons],
    ['pyramid', 'not-age-by-sex', filled(axis(['age', 9], ['disease', 2]), axis(['sex', 2])), persons],
    ['heat-map', 'one-dimension', places, rate],
    ['heat-map', null, ages, rate],
    ['dot', null, bySex, rate],
    ['small-multiples', 'one-line', filled(axis(), axis(['time', 5])), rate],
    ['small-multiples', 'no-time', bySex, rate],
    ['tile-map', 'counts-by-place', places, persons],
    ['tile-map', 'counts-by-place', places, { ...persons, measure: 'persons.total-share' }],
    ['tile-map', 'counts-by-place', places, { ...persons, measure: 'persons.column-share' }],
    ['tile-map', null, places, { ...persons, measure: 'persons.row-share' }],
    ['tile-map', null, places, rate],
    ['tile-map', 'no-tiles', filled(axis(['residence', 5]), axis()), rate],
    ['tile-map', 'too-few-places', filled(axis(['residence', 6]), axis()), rate],
    ['tile-map', 'several-values-a-place', filled(axis(['residence', 98]), axis(['sex', 2])), rate],
    ['tile-map', 'no-places', ages, rate],
    [
      'tile-map',
      'no-tiles',
      filled(axis(['sector', 20]), axis()),
      { ...rate, dimensions: { sector: 'geography' } },
    ],
    ['map', 'no-borders', places, rate],
    ['map', null, places, { ...rate, geometry: true }],
    ['map', 'counts-by-place', places, { ...persons, geometry: true }],
    ['box', 'counts-in-a-box', places, persons],
    ['box', 'too-few-for-a-box', filled(axis(['residence', 5]), axis(['time', 3])), rate],
    ['box', null, places, rate],
  ];
  for (const [type, reason, cellSet, facts] of cases) {
    const of = [facts.kind, facts.measure].filter(Boolean).join(' ');
    it(`${type}, ${of}: ${reason ?? 'nothing against it'}`, () =>
      assert.equal(misfit(cellSet, type, facts)?.reason ?? null, reason));
  }

  it('is told of in both languages, and a better one is named', () => {
    const found = misfit(byDisease, 'share-bar', persons);
    assert.match(found?.text.da ?? '', /^Delene giver ikke tilsammen det hele/);
    assert.match(found?.text.en ?? '', /^The parts do not add up/);
    assert.equal(found?.better, 'bar');
  });
});
