import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  carriesNumber,
  type CellSet,
  type CellSetAnswer,
  FORMATS,
  STATUSES,
  type Tuple,
} from '@datakube/contract';
import fc from 'fast-check';
import { DatakubeProtocolError } from '../errors.ts';
import { asArrow, asBytes, CUBE, makeAnswer, QUERY } from '../testing/answers.ts';
import { damagedBytes, damagedJson } from '../testing/damage.ts';
import { decodeAnswer } from './decode.ts';

const asked = { cube: CUBE, query: QUERY };
const answer = makeAnswer();

function decodeOrRefuse(type: string, bytes: Uint8Array): CellSet | undefined {
  try {
    return decodeAnswer({ type, bytes }, asked);
  } catch (error) {
    if (error instanceof DatakubeProtocolError) return undefined;
    throw error;
  }
}

/** Every number by what it says it is of, so that a number that moved is a wrong number. */
function numbersByName({ axes, cells }: Pick<CellSetAnswer, 'axes' | 'cells'>): Map<string, number> {
  const names = axes.rows.flatMap((row) => axes.columns.map((column) => nameOf(row, column)));
  const entries = Object.entries(cells).flatMap(([measure, { value, status }]) =>
    names.flatMap((name, cell): [string, number][] =>
      carriesNumber(status[cell]!) ? [[`${measure} ${name}`, value[cell]!]] : [],
    ),
  );
  return new Map(entries);
}

function nameOf(row: Tuple, column: Tuple): string {
  return [...row, ...column].map(({ dimension, code }) => `${dimension}=${code}`).join(' ');
}

function assertNoWrongNumber(cells: CellSet, truth: ReadonlyMap<string, number>): void {
  for (const [measure, { value, status }] of cells.measures) {
    cells.rows.forEach((row, r) =>
      cells.columns.forEach((column, c) => {
        const cell = r * cells.columns.length + c;
        const name = `${measure} ${nameOf(row, column)}`;
        if (carriesNumber(STATUSES[status[cell]!]!)) assert.equal(value[cell], truth.get(name), name);
        else assert.ok(Number.isNaN(value[cell]), name);
      }),
    );
  }
}

describe('malformed answers', () => {
  const truth = numbersByName(answer);

  it('never give a wrong number, as JSON with a part that is not what it should be', () => {
    let refused = 0;
    fc.assert(
      fc.property(damagedJson(answer), (damaged) => {
        const cells = decodeOrRefuse(FORMATS.json, asBytes(damaged));
        if (cells) assertNoWrongNumber(cells, truth);
        else refused++;
      }),
      { numRuns: 10_000 },
    );
    assert.ok(refused > 9_000, `only ${refused} of 10,000 were refused`);
  });

  it('never give a number that is not in the text, as JSON with damaged characters', () => {
    fc.assert(
      fc.property(damagedBytes(asBytes(answer)), (bytes) => {
        const cells = decodeOrRefuse(FORMATS.json, bytes);
        if (cells)
          assertNoWrongNumber(
            cells,
            numbersByName(JSON.parse(new TextDecoder().decode(bytes)) as CellSetAnswer),
          );
      }),
      { numRuns: 2_000 },
    );
  });

  for (const batchRows of [Infinity, 7]) {
    const bytes = asArrow(answer, batchRows);
    it(`never give a wrong number, as Arrow with damaged bytes, in batches of ${batchRows} rows`, () => {
      let refused = 0;
      fc.assert(
        fc.property(damagedBytes(bytes, placesOf(truth.values(), bytes)), (damaged) => {
          const cells = decodeOrRefuse(FORMATS.arrow, damaged);
          if (cells) assertNoWrongNumber(cells, truth);
          else refused++;
        }),
        { numRuns: 10_000 },
      );
      assert.ok(refused > 2_000, `only ${refused} of 10,000 were refused`);
    });
  }
});

/** Where the numbers themselves stand: what another number would be there, no reader can tell. */
function placesOf(numbers: Iterable<number>, bytes: Uint8Array): Set<number> {
  const places = new Set<number>();
  const text = Buffer.from(bytes);
  for (const number of numbers) {
    const start = text.indexOf(Buffer.from(new Float64Array([number]).buffer));
    assert.ok(start >= 0);
    for (let place = start; place < start + 8; place++) places.add(place);
  }
  return places;
}
