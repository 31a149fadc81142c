import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Capabilities, type Cube, ERRORS, type ErrorCode, Query } from '@datakube/contract';
import { type Environment, refusalOf } from './environment.ts';

/** What is refused, and how. */
export function describeRefusals(environment: () => Environment): void {
  const cube = (): Cube => environment().cubes[0]!;
  const asked = (): Query => ({ measures: [cube().measures[0]!.id] });

  async function expectRefusal(response: Response, code: ErrorCode): Promise<ReturnType<typeof refusalOf>> {
    const problem = await refusalOf(response);
    assert.equal(problem.code, code);
    assert.equal(response.status, ERRORS[code].status);
    assert.ok(response.headers.get('x-request-id'));
    return problem;
  }

  describe('refusals', () => {
    const unknown: [string, (query: Query) => object, string][] = [
      ['at the top', (query) => ({ ...query, sql: 'select 1' }), '/sql'],
      [
        'on an axis',
        (query) => ({ ...query, rows: [{ dimension: 'd', level: 'l', hack: true }] }),
        '/rows/0/hack',
      ],
      [
        'in a filter',
        (query) => ({ ...query, filters: [{ dimension: 'd', members: ['m'], or: [] }] }),
        '/filters/0/or',
      ],
    ];
    for (const [where, change, pointer] of unknown) {
      it(`refuses a field it does not know ${where}, and says where`, async () => {
        const response = await environment().query(cube().id, change(asked()));
        const { errors } = await expectRefusal(response, 'ERR_REQUEST_INVALID');
        assert.deepEqual(
          errors?.map((error) => error.pointer),
          [pointer],
        );
      });
    }

    const misfits: [string, (query: Query) => Query, string][] = [
      ['a measure', (query) => ({ ...query, measures: ['no-such'] }), '/measures/0'],
      [
        'a dimension',
        (query) => ({ ...query, rows: [{ dimension: 'no-such', level: 'year' }] }),
        '/rows/0/dimension',
      ],
      [
        'a level',
        (query) => ({ ...query, columns: [{ dimension: 'time', level: 'no-such' }] }),
        '/columns/0/level',
      ],
      [
        'a member',
        (query) => ({ ...query, filters: [{ dimension: 'time', members: ['1066'] }] }),
        '/filters/0/members/0',
      ],
    ];
    for (const [what, change, pointer] of misfits) {
      it(`refuses ${what} that the cube does not have, and says where`, async () => {
        const response = await environment().query(cube().id, change(asked()));
        const { errors } = await expectRefusal(response, 'ERR_QUERY_INVALID');
        assert.deepEqual(
          errors?.map((error) => error.pointer),
          [pointer],
        );
      });
    }

    it('refuses a search parameter it does not know', async () => {
      const { askSignedIn } = environment();
      const dimension = cube().dimensions[0]!.id;
      await expectRefusal(
        await askSignedIn(`/v1/cubes/${cube().id}/dimensions/${dimension}/members?limit=1`),
        'ERR_REQUEST_INVALID',
      );
    });

    it('says that it does not exist, of whatever does not', async () => {
      const { askSignedIn, query } = environment();
      await expectRefusal(await query('no-such', asked()), 'ERR_NOT_FOUND');
      for (const path of [
        '/v1/cubes/no-such',
        '/v2/cubes',
        '/v1/cubes/..%2f..%2fetc',
        `/v1/cubes/${cube().id}/dimensions/no-such/members`,
      ]) {
        await expectRefusal(await askSignedIn(path), 'ERR_NOT_FOUND');
      }
    });

    const post = (body: BodyInit, headers: Record<string, string>): Promise<Response> =>
      environment().askSignedIn(`/v1/cubes/${cube().id}/query`, { method: 'POST', body, headers });

    it('refuses a body that is not JSON, or not said to be', async () => {
      const json = { 'content-type': 'application/json' };
      for (const body of ['', '{', 'null', '[]', '{"measures":[]}', '{"measures":"persons"}']) {
        await expectRefusal(await post(body, json), 'ERR_REQUEST_INVALID');
      }
      await expectRefusal(await post(new Uint8Array([0xff, 0xfe, 0x7b]), json), 'ERR_REQUEST_INVALID');
      await expectRefusal(
        await post(JSON.stringify(asked()), { 'content-type': 'text/plain' }),
        'ERR_MEDIA_TYPE',
      );
    });

    it('refuses a body that is too large', async () => {
      const body = JSON.stringify({ ...asked(), filler: 'x'.repeat(5_000_000) });
      await expectRefusal(await post(body, { 'content-type': 'application/json' }), 'ERR_BODY_TOO_LARGE');
    });

    it('refuses a format it does not have', async () => {
      const { askSignedIn, query } = environment();
      await expectRefusal(await query(cube().id, asked(), { accept: 'image/png' }), 'ERR_NOT_ACCEPTABLE');
      const init = {
        method: 'POST',
        body: JSON.stringify(asked()),
        headers: { 'content-type': 'application/json' },
      };
      await expectRefusal(
        await askSignedIn(`/v1/cubes/${cube().id}/query?format=png`, init),
        'ERR_NOT_ACCEPTABLE',
      );
    });

    it('refuses a token that does not hold, and does not take its bearer for nobody', async () => {
      for (const authorization of ['Bearer nonsense', 'Bearer a.b.c', 'Basic dXNlcjpwYXNz']) {
        const response = await environment().ask('/v1/cubes', { headers: { authorization } });
        await expectRefusal(response, 'ERR_UNAUTHENTICATED');
        assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
      }
    });

    it('refuses nobody in particular a combination that is not released, with ways out that can be taken', async () => {
      const { ask, cubes, query } = environment();
      for (const each of cubes) {
        const rows = unreleased(each).map(({ id, levels }) => ({ dimension: id, level: levels[0]!.id }));
        const response = await ask(`/v1/cubes/${each.id}/query`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ measures: [each.measures[0]!.id], rows }),
        });
        const { waysOut = [] } = await expectRefusal(response, 'ERR_NOT_RELEASABLE');
        assert.ok(waysOut.length > 0);
        for (const way of waysOut) {
          assert.ok(way.label.da && way.label.en);
          assert.equal((await query(each.id, Query.parse(way.query))).status, 200);
        }
      }
    });

    it('refuses a table that is too large', async () => {
      const { cubes, json, query } = environment();
      const { limits } = Capabilities.parse(await json('/v1/capabilities'));
      for (const each of cubes) {
        const finest = each.dimensions.map(({ id, levels }) => ({ dimension: id, level: levels.at(-1)!.id }));
        const cells = each.dimensions
          .slice(0, 8)
          .reduce((product, { levels }) => product * levels.at(-1)!.members, 1);
        assert.ok(cells > limits.cells);
        const { id } = each.measures[0]!;
        const axes = { rows: finest.slice(0, 4), columns: finest.slice(4, 8) };
        for (const measures of [[id], [`${id}.row-share`, `${id}.total-share`, `${id}.growth`]])
          await expectRefusal(await query(each.id, { measures, ...axes }), 'ERR_QUERY_TOO_LARGE');
      }
    });
  });
}

/** Three dimensions that no declared cuboid has together. */
function unreleased({ dimensions, release }: Cube): Cube['dimensions'] {
  const triples = dimensions.flatMap((first, a) =>
    dimensions
      .slice(a + 1)
      .flatMap((second, b) => dimensions.slice(a + b + 2).map((third) => [first, second, third])),
  );
  const found = triples.find((triple) =>
    release.cuboids.every((cuboid) =>
      triple.some(({ id }) => !cuboid.dimensions.some(({ dimension }) => dimension === id)),
    ),
  );
  assert.ok(found, 'every combination is released');
  return found;
}
