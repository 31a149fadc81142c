import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleCube as cube } from '../../fixtures/example-cube.ts';
import { exampleMembers } from '../../fixtures/example-members.ts';
import { only } from '../../fixtures/only.ts';
import { obey } from './command.ts';
import { deedWords, type TableCommand } from './deeds.ts';
import { plainField, type ExplorerState } from './explorer-state.ts';
import { firstLayout } from './first-layout.ts';

const usual: ExplorerState = { ...firstLayout(cube), rows: [plainField('residence', 'region')] };
const said = (command: TableCommand, state = usual): [string, string] => {
  const after = obey(state, cube, command);
  const words = (language: 'da' | 'en'): string =>
    deedWords(
      command,
      after,
      cube,
      language,
      (dimension, code) =>
        exampleMembers[dimension]?.find((member) => member.code === code)?.name[language] ?? code,
    );
  return [words('da'), words('en')];
};
const top = { count: 10, by: 'persons', others: true };

describe('what a listener hears', () => {
  it('of members that are opened, closed and drilled', () => {
    const open = { kind: 'open', dimension: 'residence', member: '1081' } as const;
    assert.deepEqual(said({ ...open, open: true }), [
      'Region Nordjylland er foldet ud.',
      'Region Nordjylland is expanded.',
    ]);
    assert.deepEqual(said({ ...open, open: false }), [
      'Region Nordjylland er foldet sammen.',
      'Region Nordjylland is collapsed.',
    ]);
    const drill = { kind: 'drill', dimension: 'residence', member: '1081' } as const;
    assert.deepEqual(said({ ...drill, by: null }), [
      'Kun Region Nordjylland, efter kommune.',
      'Only Region Nordjylland, by municipality.',
    ]);
    assert.deepEqual(said({ ...drill, by: 'sex' }), [
      'Kun Region Nordjylland, efter køn.',
      'Only Region Nordjylland, by sex.',
    ]);
    const inside = obey(usual, cube, { ...drill, by: null });
    assert.deepEqual(said({ kind: 'drill-up', dimension: 'residence' }, inside), [
      'Bopæl vises på region, uden filter.',
      'Residence is shown by region, without a filter.',
    ]);
    const women = { ...usual, filters: [only('sex', 'sex', 'K')] };
    assert.deepEqual(said({ kind: 'drill-up', dimension: 'sex' }, women), [
      'Filteret på køn er fjernet.',
      'The filter on sex was removed.',
    ]);
  });

  it('of the greatest, and of measures', () => {
    assert.deepEqual(said({ kind: 'top', dimension: 'residence', top }), [
      'Bopæl viser de 10 største og de øvrige efter borgere.',
      'Residence shows the 10 greatest and the rest by citizens.',
    ]);
    assert.deepEqual(said({ kind: 'top', dimension: 'residence', top: null }), [
      'Bopæl viser alle.',
      'Residence shows all.',
    ]);
    assert.deepEqual(said({ kind: 'show-as', measure: 'persons', derivation: 'row-share' }), [
      'Nu vises borgere, andel af rækken.',
      'Now showing citizens, share of row.',
    ]);
  });

  it('of the order of the rows, as it then is', () => {
    const byName = { by: 'name', direction: 'ascending' } as const;
    assert.deepEqual(said({ kind: 'sort', sort: byName }), [
      'Rækkerne er sorteret efter navn, stigende.',
      'Rows are sorted by name, ascending.',
    ]);
    const byValue = {
      by: 'value',
      direction: 'descending',
      column: 'time:2025',
      measure: 'persons',
    } as const;
    assert.deepEqual(
      said({ kind: 'sort', sort: byValue })[0],
      'Rækkerne er sorteret efter borgere, faldende.',
    );
    // There is no such column, so nothing was sorted.
    const gone = said({ kind: 'sort', sort: { ...byValue, column: 'sex:K' } });
    assert.equal(gone[0], 'Rækkerne står i kodelistens rækkefølge.');
  });

  it('of the layout and the look; of folding the table tells itself', () => {
    assert.match(said({ kind: 'arrange' })[0], /^Felterne er stillet op/);
    assert.match(said({ kind: 'look', look: { labels: 'code' } })[1], /look of the table/);
    assert.deepEqual(said({ kind: 'collapse', collapsed: [] }), ['', '']);
  });
});
