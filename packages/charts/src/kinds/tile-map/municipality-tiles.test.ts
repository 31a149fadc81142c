import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { MUNICIPALITY_TILES, municipalityTile } from './municipality-tiles.ts';

interface Member {
  readonly code: string;
  readonly level: string;
  readonly name: { readonly da: string };
}
const list = new URL('../../../../registers/definitions/code-lists/residence.json', import.meta.url);
const official = (JSON.parse(readFileSync(list, 'utf8')) as Member[]).filter(
  ({ level }) => level === 'municipality',
);

describe('the tiles of the municipalities', () => {
  it('are the 98 of the official list, each once', () => {
    assert.equal(official.length, 98);
    assert.deepEqual(
      MUNICIPALITY_TILES.map(([code]) => code),
      official.map(({ code }) => code).sort(),
    );
  });

  it('have a place and an abbreviation that no other has', () => {
    assert.equal(new Set(MUNICIPALITY_TILES.map(([, abbreviation]) => abbreviation)).size, 98);
    assert.equal(new Set(MUNICIPALITY_TILES.map(([, , column, row]) => `${column} ${row}`)).size, 98);
    for (const [, abbreviation] of MUNICIPALITY_TILES) assert.ok(abbreviation.length <= 3);
  });

  it('are abbreviated with letters of the name, in their order, the first among them', () => {
    for (const { code, name } of official) {
      const abbreviation = municipalityTile(code)?.[1] ?? '?';
      const letters = [...abbreviation.toLowerCase()].join('.*');
      assert.match(name.da.toLowerCase(), new RegExp(`^${letters}`), `${name.da}: ${abbreviation}`);
    }
  });

  it('lie as the country does', () => {
    const at = (code: string) => municipalityTile(code)!.slice(2) as [number, number];
    const [skagen, gedser, esbjerg, roenne] = [at('0813'), at('0376'), at('0561'), at('0400')];
    assert.ok(skagen[1] < at('0751')[1] && at('0751')[1] < gedser[1]);
    assert.ok(esbjerg[0] < at('0461')[0] && at('0461')[0] < at('0101')[0] && at('0101')[0] < roenne[0]);
  });

  it('are found with and without the leading zero', () => {
    assert.equal(municipalityTile('101'), municipalityTile('0101'));
    assert.equal(municipalityTile('1084'), undefined);
  });
});
