import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  canonicalQuery,
  CELL_SET_FORMATS,
  CellSetAnswer,
  type Cube,
  DisclosureRecord,
  Format,
  FORMAT_LIMITS,
  FORMATS,
  type Query,
  STATUSES,
} from '@datakube/contract';
import { answerOf, cellsInFormat, cellsOf, type NamedCell } from './cells.ts';
import { type Environment, refusalOf } from './environment.ts';
import { sampleQueries } from './sample-queries.ts';

/** The example of the interface, word for word. */
const EXAMPLE: Query = {
  measures: ['persons'],
  rows: [{ dimension: 'residence', level: 'municipality' }],
  columns: [{ dimension: 'time', level: 'year' }],
  filters: [{ dimension: 'sex', members: ['K'] }],
  totals: true,
};
const EXAMPLE_CUBE = 'sundhedsdata-paa-tvaers';

/** Queries and what is in their answers, in every format. */
export function describeAnswers(environment: () => Environment): void {
  const samples = (): [Cube, Query][] =>
    environment().cubes.flatMap((cube) => sampleQueries(cube).map((query): [Cube, Query] => [cube, query]));

  describe('answers', () => {
    it('answers the example: every municipality and the total, over the years', async () => {
      const answer = await answerOf(environment(), EXAMPLE_CUBE, EXAMPLE);
      const municipalities = await environment().members(EXAMPLE_CUBE, 'residence', '?level=municipality');
      const rows = answer.axes.rows.map(([entry]) => entry!.code);
      assert.deepEqual(rows, [...municipalities.map(({ code }) => code), 'total']);
      assert.deepEqual(
        answer.axes.rows.map(([entry]) => entry!.kind),
        [...municipalities.map(() => 'member'), 'total'],
      );
      assert.deepEqual(
        answer.axes.columns.map(([entry]) => entry!.code),
        ['2023', '2024', '2025'],
      );
      assert.equal(answer.synthetic, true);
    });

    it('labels in the language that is asked for', async () => {
      const { query, members } = environment();
      const names = await members(EXAMPLE_CUBE, 'sex');
      for (const language of ['da', 'en'] as const) {
        const asked = { measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] };
        const response = await query(EXAMPLE_CUBE, asked, { 'accept-language': language });
        const { axes } = (await response.json()) as CellSetAnswer;
        assert.deepEqual(
          axes.rows.map(([entry]) => entry!.label),
          names.map(({ name }) => name[language]),
        );
      }
    });

    it('has every declared cuboid, and no person count that is small', async () => {
      for (const [cube, query] of samples()) {
        const cells = cellsOf(await answerOf(environment(), cube.id, query));
        for (const { id } of cube.measures.filter(({ kind }) => kind === 'persons')) {
          for (const { name, value } of cells[id]!) {
            assert.ok(
              value === null || value === 0 || value >= cube.policy.threshold,
              `${cube.id} ${id} ${name}`,
            );
          }
        }
      }
    });

    for (const format of Format.options) {
      it(`says the digest, the name and the protection of what it sends as ${format}`, async () => {
        const response = await environment().askSignedIn(`/v1/cubes/${EXAMPLE_CUBE}/query?format=${format}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(EXAMPLE),
        });
        assert.equal(response.headers.get('content-type')?.split(';')[0], FORMATS[format]);
        const bytes = new Uint8Array(await response.arrayBuffer());
        const hash = createHash('sha256').update(bytes).digest('base64');
        assert.equal(response.headers.get('content-digest'), `sha-256=:${hash}:`);
        const record = DisclosureRecord.parse(JSON.parse(response.headers.get('datakube-disclosure')!));
        const canonical = createHash('sha256').update(canonicalQuery(EXAMPLE)).digest('hex');
        assert.deepEqual(record.query, { digest: canonical });
        assert.equal(record.cube, EXAMPLE_CUBE);
        assert.equal(record.way, 'released');
        assert.ok(record.gates.length > 0);
        const name = /^attachment; filename="([\w.-]+)"$/.exec(
          response.headers.get('content-disposition') ?? '',
        );
        if (format in CELL_SET_FORMATS) assert.equal(name, null);
        else
          assert.match(
            name![1]!,
            new RegExp(`^${EXAMPLE_CUBE}_${record.release.id.slice(0, 8)}_\\d{4}-\\d\\d-\\d\\d\\.`),
          );
      });
    }

    it('answers the media types of its formats', async () => {
      for (const type of new Set(Object.values(FORMATS))) {
        const response = await environment().query(EXAMPLE_CUBE, EXAMPLE, { accept: type });
        assert.equal(response.headers.get('content-type')?.split(';')[0], type);
        await response.body?.cancel();
      }
    });

    it('has the same record in the answer as in its header, but for the query in full', async () => {
      const response = await environment().query(EXAMPLE_CUBE, EXAMPLE);
      const { disclosure, cells } = CellSetAnswer.parse(await response.json());
      const { query, ...rest } = disclosure;
      assert.deepEqual(
        { ...rest, query: { digest: query.digest } },
        JSON.parse(response.headers.get('datakube-disclosure')!),
      );
      assert.equal(query.canonical, canonicalQuery(EXAMPLE));
      assert.equal(rest.exported, undefined, 'the same question has the same bytes');
      const counts = Object.groupBy(cells['persons']!.status, (status) => status);
      for (const status of STATUSES)
        assert.equal(rest.cells[status] ?? 0, counts[status]?.length ?? 0, status);
    });

    for (const format of Format.options.filter((each) => each !== 'json')) {
      it(`carries the same cells as JSON in ${format}`, async () => {
        // The cells are the same whatever is asked: of most formats the first and the last sample of each cube are
        // read, and one small workbook, as those take longest.
        const every = ['arrow', 'csv'].includes(format) || process.env['DATAKUBE_THOROUGH'];
        const [example] = environment().cubes.filter(({ id }) => id === EXAMPLE_CUBE);
        const taken: [Cube, Query][] =
          format === 'xlsx'
            ? [[example!, { ...EXAMPLE, measures: example!.measures.map(({ id }) => id) }]]
            : samples().filter(
                ([cube], at, each) => every || each[at - 1]?.[0] !== cube || each[at + 1]?.[0] !== cube,
              );
        for (const [cube, query] of taken) {
          const json = cellsOf(await answerOf(environment(), cube.id, query));
          assert.deepEqual(await cellsInFormat(environment(), cube.id, query, format), json);
        }
      });
    }

    it('refuses a workbook that is larger than its format, and not the same in a format without limits', async () => {
      const { cubes, askSignedIn } = environment();
      const { dimensions, measures } = cubes.find(({ id }) => id === EXAMPLE_CUBE)!;
      const [age] = dimensions.filter(({ id }) => id === 'age').map(({ levels }) => levels.at(-1)!.id);
      const asked: Query = {
        measures: measures.map(({ id }) => id),
        rows: [EXAMPLE.rows![0]!, { dimension: 'sex', level: 'sex' }],
        columns: [{ dimension: 'age', level: age! }, EXAMPLE.columns![0]!],
        totals: true,
      };
      const ask = (format: Format): Promise<Response> =>
        askSignedIn(`/v1/cubes/${EXAMPLE_CUBE}/query?format=${format}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asked),
        });
      const answered = await ask('csv-plain');
      assert.equal(answered.status, 200);
      const lines = (await answered.text()).trimEnd().split('\r\n').length - 1;
      const { cells } = FORMAT_LIMITS.xlsx!;
      assert.ok(lines * measures.length > cells, `${lines} lines`);
      const { code, detail } = await refusalOf(await ask('xlsx'));
      assert.equal(code, 'ERR_QUERY_TOO_LARGE');
      assert.match(detail!.da, /xlsx/);
      assert.ok(detail!.en.includes(cells.toLocaleString('en-GB')), detail!.en);
    });

    it('gives a cell the same number and status whatever question it is in', async () => {
      for (const cube of environment().cubes) {
        const seen = new Map<string, NamedCell>();
        for (const query of sampleQueries(cube)) {
          const turned = { ...query, rows: query.columns!, columns: query.rows! };
          for (const asked of [query, turned]) {
            for (const [measure, cells] of Object.entries(
              cellsOf(await answerOf(environment(), cube.id, asked)),
            )) {
              for (const cell of cells) {
                const id = `${measure} ${identityOf(cell.name, cube)}`;
                const before = seen.get(id) ?? cell;
                assert.deepEqual([cell.value, cell.status], [before.value, before.status], id);
                seen.set(id, cell);
              }
            }
          }
        }
      }
    });

    it('gives a member the same cells as a filter and on an axis', async () => {
      const across = cellsOf(
        await answerOf(environment(), EXAMPLE_CUBE, {
          ...EXAMPLE,
          filters: [],
          columns: [...EXAMPLE.columns!, { dimension: 'sex', level: 'sex' }],
        }),
      );
      const filtered = cellsOf(await answerOf(environment(), EXAMPLE_CUBE, EXAMPLE));
      const women = across['persons']!.filter(({ name }) => name.endsWith(' sex=K'));
      assert.deepEqual(
        filtered['persons'],
        women.map((cell) => ({ ...cell, name: cell.name.replace(' sex=K', '') })),
      );
    });

    it('has totals that are the sum of the parts where the measure says so, and never less than a part', async () => {
      let sums = 0;
      for (const [cube, { rows, ...query }] of samples()) {
        const { axes, cells } = await answerOf(environment(), cube.id, { ...query, rows: rows!.slice(0, 1) });
        if (axes.rows.at(-1)![0]!.kind !== 'total') continue;
        for (const { id, kind, additiveOver } of cube.measures) {
          if (kind === 'rate') continue;
          for (const column of axes.columns.keys()) {
            const numbers = axes.rows.map((_, row) => cells[id]!.value[row * axes.columns.length + column]!);
            const [total, parts] = [numbers.at(-1)!, numbers.slice(0, -1)];
            if (total === null) continue;
            for (const part of parts) assert.ok(part <= total, `${cube.id} ${id}`);
            if (parts.includes(null as never) || !additiveOver.includes(rows![0]!.dimension)) continue;
            assert.equal(
              parts.reduce((sum, part) => sum + part, 0),
              total,
              `${cube.id} ${id} ${JSON.stringify(query)}`,
            );
            sums++;
          }
        }
      }
      assert.ok(sums > 0);
    });

    it('takes the latest year, and says so, when time is not mentioned', async () => {
      const { cells, notes } = await answerOf(environment(), EXAMPLE_CUBE, { measures: ['persons'] });
      const years = await answerOf(environment(), EXAMPLE_CUBE, {
        measures: ['persons'],
        columns: EXAMPLE.columns!,
      });
      assert.deepEqual(cells['persons']!.value, years.cells['persons']!.value.slice(-1));
      assert.ok(notes.some(({ text }) => text.en.includes('2025')));
    });

    it('puts the coarser levels above their children when asked for parents', async () => {
      const rows = [{ dimension: 'residence', level: 'municipality', parents: true }];
      const { axes } = await answerOf(environment(), EXAMPLE_CUBE, { ...EXAMPLE, rows });
      const members = (await environment().members(EXAMPLE_CUBE, 'residence')).filter(({ of }) => !of);
      const expected = members
        .filter(({ parent }) => parent === null)
        .flatMap((region) => [
          region.code,
          ...members.filter(({ parent }) => parent === region.code).map(({ code }) => code),
        ]);
      assert.deepEqual(
        axes.rows.map(([entry]) => entry!.code),
        [...expected, 'total'],
      );
    });
  });
}

/** A cell is where its members are; totals and the order of the axes make no difference. */
function identityOf(name: string, { dimensions }: Cube): string {
  const places = new Map(name.split(' ').map((place) => place.split('=') as [string, string]));
  return dimensions
    .map(({ id, default: standard }) => `${id}=${places.get(id) ?? standard ?? 'total'}`)
    .filter((place) => !place.endsWith('=total'))
    .join(' ');
}
