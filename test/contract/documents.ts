import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Capabilities, Catalogue, type Cube, FORMATS, Health } from '@datakube/contract';
import { ROUTES } from '@datakube/contract/openapi';
import { type Environment, refusalOf } from './environment.ts';

/** Health, description, catalogue, members. */
export function describeDocuments(environment: () => Environment): void {
  describe('documents', () => {
    it('says that it lives and is ready', async () => {
      const { json } = environment();
      assert.deepEqual(Health.parse(await json('/health/live')), { status: 'live' });
      assert.deepEqual(Health.parse(await json('/health/ready')), { status: 'ready' });
    });

    it('describes the routes it serves, and serves those it describes', async () => {
      const { json, ask, cubes } = environment();
      const { openapi, paths } = (await json('/v1/openapi.json')) as Description;
      assert.match(openapi, /^3\.1\./);
      const described = Object.entries(paths).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method} ${path}`),
      );
      assert.deepEqual(
        described.sort(),
        Object.values(ROUTES)
          .map(({ method, path }) => `${method} ${path}`)
          .sort(),
      );
      for (const path of Object.keys(paths)) {
        const [cube] = cubes as readonly [Cube];
        const real = path.replace('{cube}', cube.id).replace('{dimension}', cube.dimensions[0]!.id);
        const response = await ask(real, { method: 'DELETE' });
        assert.equal((await refusalOf(response)).code, 'ERR_METHOD_NOT_ALLOWED', path);
        const allowed = response.headers.get('allow')?.toLowerCase().split(', ') ?? [];
        for (const method of Object.keys(paths[path]!))
          assert.ok(allowed.includes(method), `${method} ${path}`);
      }
    });

    it('says what it can do, and for whom', async () => {
      const { ask, cubes, json, members } = environment();
      const nobody = Capabilities.parse(await (await ask('/v1/capabilities')).json());
      assert.equal(nobody.user.signedIn, false);
      assert.deepEqual(nobody.formats, Object.keys(FORMATS));
      assert.deepEqual(nobody.user.own, []);
      const { user } = Capabilities.parse(await json('/v1/capabilities'));
      assert.equal(user.signedIn, true);
      assert.ok(user.own.length > 0);
      for (const { dimension, member } of user.own) {
        const { id } = cubes.find(({ dimensions }) => dimensions.some((each) => each.id === dimension))!;
        assert.ok((await members(id, dimension)).some(({ code }) => code === member));
      }
    });

    it('shows nobody a cube that is for users alone, neither in the catalogue nor by its name', async () => {
      const { ask, cubes } = environment();
      const open = Catalogue.parse(await (await ask('/v1/cubes')).json()).cubes.map(({ id }) => id);
      const closed = cubes.filter(({ id }) => !open.includes(id));
      for (const { id, dimensions } of closed) {
        for (const path of ['', `/dimensions/${dimensions[0]!.id}/members`]) {
          const { code } = await refusalOf(await ask(`/v1/cubes/${id}${path}`));
          assert.equal(code, 'ERR_FORBIDDEN', path);
        }
      }
    });

    it('names each member once, under a parent on the level above, as many as the cube says', async () => {
      const { cubes, members } = environment();
      for (const { id, dimensions } of cubes) {
        for (const { id: dimension, levels, default: standard } of dimensions) {
          const all = await members(id, dimension);
          assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
          for (const [depth, level] of levels.entries()) {
            const here = await members(id, dimension, `?level=${level.id}`);
            assert.equal(here.length, level.members, `${dimension} ${level.id}`);
            for (const { code, parent } of here) {
              const above = all.find((member) => member.code === parent);
              assert.equal(above?.level, levels[depth - 1]?.id, `${dimension} ${code}`);
            }
          }
          if (standard !== null) assert.ok(all.some(({ code }) => code === standard));
        }
      }
    });

    it('finds members by a part of their name, in either language', async () => {
      const { cubes, members } = environment();
      const [{ id, dimensions }] = cubes as readonly [Cube];
      const all = await members(id, dimensions[0]!.id);
      const { code, name } = all.at(-1)!;
      for (const text of [name.da, name.en.toLowerCase(), name.da.slice(1, 4)]) {
        const found = await members(id, dimensions[0]!.id, `?search=${encodeURIComponent(text)}`);
        assert.ok(
          found.some((member) => member.code === code),
          text,
        );
        assert.ok(found.length <= all.length);
      }
    });

    it('declares the release in terms of its own dimensions and levels', () => {
      for (const { release, dimensions } of environment().cubes) {
        for (const cuboid of release.cuboids) {
          for (const { dimension, level } of cuboid.dimensions) {
            assert.ok(
              dimensions.find(({ id }) => id === dimension)?.levels.some(({ id }) => id === level),
              `${dimension} ${level}`,
            );
          }
        }
      }
    });
  });
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
