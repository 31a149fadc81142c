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
/** The first cell of {@link makeAnswer} that has no number. */
const SUPPRESSED = answer.cells['persons']!.status.indexOf('suppressed');

function decodeOrRefuse(type: string, bytes: Uint8Array<ArrayBuffer>): CellSet | undefined {
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

  const flags: [string, (wrong: CellSetAnswer) => unknown][] = [
    ['a flag of a hidden cell', ({ cells }) => (cells['persons']!.flags = { unreliable: [0, SUPPRESSED] })],
    ['no flag where there should be one', ({ cells }) => (cells['persons']!.flags = { unreliable: [] })],
    ['a member with an unknown flag', ({ axes }) => (axes.rows[0]![0]!.flags = ['odd' as 'break'])],
    ['a member with a flag that is no list', ({ axes }) => (axes.rows[0]![0]!.flags = 'break' as never)],
  ];
  for (const [what, damage] of flags) {
    it(`are refused with ${what}, in JSON and in Arrow`, () => {
      const wrong = makeAnswer();
      damage(wrong);
      assert.equal(decodeOrRefuse(FORMATS.json, asBytes(wrong)), undefined);
      assert.equal(decodeOrRefuse(FORMATS.arrow, asArrow(wrong)), undefined);
    });
  }

  for (const wrong of [
    {},
    [],
    'x',
    null,
    7,
    { odd: [0] },
    { unreliable: null },
    { unreliable: [0, 0] },
    { unreliable: ['length'] },
    ...[-1, 0.5, 1e9, null].map((cell) => ({ unreliable: [0, cell] })),
  ]) {
    it(`are refused as JSON with the flags ${JSON.stringify(wrong)}`, () => {
      const answer = makeAnswer();
      answer.cells['persons']!.flags = wrong as never;
      assert.equal(decodeOrRefuse(FORMATS.json, asBytes(answer)), undefined);
    });
  }

  it('are refused as Arrow with bits that are no flags', () => {
    const bytes = asArrow(answer);
    const bits = Uint8Array.from(answer.cells['persons']!.value, (_, cell) =>
      cell === 0 || cell === 3 ? 4 : 0,
    );
    const place = Buffer.from(bytes).indexOf(bits);
    assert.ok(place > 0);
    for (const [cell, wrong] of [
      [0, 8],
      [1, 255],
      [SUPPRESSED, 4],
    ] as const) {
      const damaged = bytes.slice();
      damaged[place + cell] = wrong;
      assert.equal(decodeOrRefuse(FORMATS.arrow, damaged), undefined);
    }
  });

  // Damaged bytes end at the digest. What is left is what an environment at fault would write and sign.
  const arrow: [string, (wrong: CellSetAnswer) => CellSetAnswer | void][] = [
    ['a number in a suppressed cell', ({ cells }) => void (cells['persons']!.value[SUPPRESSED] = 3)],
    ['no number in a published cell', ({ cells }) => void (cells['persons']!.value[0] = null)],
    ['a number that is none', ({ cells }) => void (cells['persons']!.value[0] = NaN)],
    ['a number that is not finite', ({ cells }) => void (cells['persons']!.value[0] = Infinity)],
    ['an unknown status', ({ cells }) => void (cells['persons']!.status[0] = 'hidden' as 'published')],
    [
      'an unknown status without a number',
      ({ cells }) => void (cells['persons']!.status[SUPPRESSED] = 'hidden' as 'missing'),
    ],
    ['another code', ({ axes }) => void (axes.rows[0]![0]!.code = '0999')],
    ['rows in another order', ({ axes }) => void axes.rows.reverse()],
    ['columns in another order', ({ axes }) => void axes.columns.reverse()],
    ['a row too few', ({ axes }) => void axes.rows.pop()],
    [
      'a row too many',
      ({ axes, cells }) => {
        axes.rows.push(structuredClone(axes.rows[0]!));
        for (const { value, status } of Object.values(cells)) {
          value.push(...value.slice(0, axes.columns.length));
          status.push(...status.slice(0, axes.columns.length));
        }
      },
    ],
    [
      'a column too many',
      ({ axes, cells }) => {
        axes.columns.push(structuredClone(axes.columns[0]!));
        for (const { value, status } of Object.values(cells)) {
          value.push(...value);
          status.push(...status);
        }
      },
    ],
    ['a dimension missing', ({ axes }) => void axes.rows.forEach((row) => row.shift())],
    ['a measure missing', ({ cells }) => void delete cells['contacts']],
    ['numbers where a code should be', ({ axes, cells }) => {
      for (const row of axes.rows) row.pop();
      cells['sex'] = cells['persons']!;
    }], // prettier-ignore
    ['codes where a number should be', ({ axes, cells }) => {
      delete cells['persons'];
      for (const row of axes.rows) row.push({ ...row[0]!, dimension: 'persons' });
    }], // prettier-ignore
  ];
  for (const batchRows of [Infinity, 7]) {
    for (const [what, damage] of arrow) {
      it(`are refused as Arrow with ${what}, in batches of ${batchRows} rows`, () => {
        const wrong = structuredClone(answer);
        damage(wrong);
        assert.equal(decodeOrRefuse(FORMATS.arrow, asArrow(wrong, batchRows, answer)), undefined);
      });
    }
  }

  it('are refused as Arrow without metadata, without end, and as no Arrow at all', () => {
    const bytes = asArrow(answer);
    const named = Buffer.from(bytes).indexOf('datakube');
    const renamed = bytes.slice();
    renamed[named]! ^= 1;
    for (const wrong of [renamed, bytes.slice(0, 0), bytes.slice(0, named), asBytes(answer)])
      assert.equal(decodeOrRefuse(FORMATS.arrow, wrong), undefined);
  });

  it('take no memory for rows there are no bytes for', () => {
    const wrong = Buffer.from(asArrow(answer));
    const rows = Buffer.from(new BigInt64Array([BigInt(answer.cells['persons']!.value.length)]).buffer);
    const many = Buffer.from(new BigInt64Array([2n ** 30n]).buffer);
    for (let place = wrong.indexOf(rows); place >= 0; place = wrong.indexOf(rows, place))
      wrong.set(many, place);
    assert.throws(
      () => decodeAnswer({ type: FORMATS.arrow, bytes: new Uint8Array(wrong) }, asked),
      (error: Error) =>
        error instanceof DatakubeProtocolError && /more rows than bytes/.test(String(error.cause)),
    );
  });
});
