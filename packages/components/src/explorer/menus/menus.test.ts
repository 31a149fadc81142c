import type { Tuple } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleCube as cube } from '../../../fixtures/example-cube.ts';
import { exampleMembers } from '../../../fixtures/example-members.ts';
import { firstLayout, obey, type Command, type ExplorerState } from '../../state/index.ts';
import { axisMenu } from './axis-menu.ts';
import { measureMenu } from './measure-menu.ts';
import { memberMenu } from './member-menu.ts';
import type { Item, MenuScene } from './menu-scene.ts';
import { openMenu, type MenuAction } from './open-menu.ts';

const year = (code: string): Tuple => [
  { dimension: 'time', level: 'year', code, label: code, kind: 'member' },
];

function scene(state: ExplorerState = firstLayout(cube)): MenuScene {
  return {
    state,
    cube,
    language: 'da',
    columns: [year('2024'), year('2025')],
    membersOf: (dimension) => exampleMembers[dimension] ?? [],
    nameOf: (_, member) => member,
  };
}

/** Labels, with a tick where chosen and in brackets where they cannot be. */
const lines = (items: readonly Item[]): string[] =>
  items.flatMap((item) => {
    if (item.kind !== 'action') return [];
    const label = `${item.checked ? '✓' : ''}${item.label}`;
    return [item.disabled ? `(${label})` : label];
  });

function commandOf(items: readonly Item[], label: string): Command {
  const item = items.find((each) => each.kind === 'action' && each.label === label);
  if (item?.kind !== 'action' || item.action.kind !== 'change') throw new Error(`no command "${label}"`);
  return item.action.command;
}

const sub = (at: MenuScene, menu: (MenuAction & { kind: 'menu' })['menu']): readonly Item[] =>
  openMenu(at, { kind: 'menu', menu }).items;

describe('the menu of how rows are sorted', () => {
  it('sorts by name or by the numbers of the last column, and says where hidden ones stand', () => {
    const at = scene();
    const items = sub(at, { kind: 'sort', dimension: 'residence' });
    expect(lines(items)).to.deep.equal([
      '✓Som i kodelisten',
      'Navn, A til Å',
      'Navn, Å til A',
      'Borgere, største først',
      'Borgere, mindste først',
    ]);
    expect(items.at(-1)).to.deep.include({
      kind: 'note',
      text: '2025. Skjulte værdier står altid sidst, i navneorden.',
    });
    const sorted = obey(at.state, cube, commandOf(items, 'Borgere, største først'));
    expect(sorted.sort).to.deep.equal({
      by: 'value',
      measure: 'persons',
      column: 'time:2025',
      direction: 'descending',
    });
    expect(lines(sub(scene(sorted), { kind: 'sort', dimension: 'residence' }))).to.include(
      '✓Borgere, største først',
    );
  });

  it('has names alone while there is no answer', () => {
    const items = sub({ ...scene(), columns: [] }, { kind: 'sort', dimension: 'residence' });
    expect(lines(items)).to.have.length(3);
  });
});

describe('the menu of the greatest', () => {
  it('takes so many, by a measure that is shown, with the rest below or without', () => {
    const two = obey(firstLayout(cube), cube, { kind: 'measure', measure: 'contacts' });
    const items = sub(scene(two), { kind: 'top', dimension: 'residence' });
    expect(lines(items)).to.deep.equal([
      '✓Vis alle',
      'De 5 største',
      'De 10 største',
      'De 20 største',
      'De 50 største',
      'Vis øvrige samlet nedenunder',
      'Borgere',
      'Kontakter',
    ]);
    const ten = obey(two, cube, commandOf(items, 'De 10 største'));
    expect(ten.rows[0]!.top).to.deep.equal({ count: 10, by: 'persons', others: false });
    const again = sub(scene(ten), { kind: 'top', dimension: 'residence' });
    const withRest = obey(ten, cube, commandOf(again, 'Vis øvrige samlet nedenunder'));
    expect(withRest.rows[0]!.top).to.deep.equal({ count: 10, by: 'persons', others: true });
    const by = obey(withRest, cube, commandOf(again, 'Kontakter'));
    expect(by.rows[0]!.top!.by).to.equal('contacts');
    expect(lines(axisMenu(scene(ten), 'rows', 'residence'))).to.include('De 10 største…');
    expect(obey(ten, cube, commandOf(again, 'Vis alle')).rows[0]!.top).to.equal(null);
  });
});

describe('the menu of a measure', () => {
  it('shows it as what it can be shown as, and what needs periods only where there are some', () => {
    const at = scene();
    expect(lines(measureMenu(at, 'persons')).slice(0, 7)).to.deep.equal([
      '✓Antal',
      'Andel af rækken, %',
      'Andel af kolonnen, %',
      'Andel af alt, %',
      'Ændring fra perioden før',
      'Ændring fra perioden før, %',
      'Indeks, første periode = 100',
    ]);
    const timeless = obey(at.state, cube, { kind: 'remove', zone: 'columns', id: 'time' });
    expect(lines(measureMenu(scene(timeless), 'persons'))).to.include('(Indeks, første periode = 100)');
    expect(lines(measureMenu(scene(), 'contacts-per-1000')), 'not here yet').to.deep.equal([
      'Tilføj til mål',
      'Tilføj til mål som…',
    ]);
    const rate = obey(at.state, cube, { kind: 'measure', measure: 'contacts-per-1000' });
    expect(lines(measureMenu(scene(rate), 'contacts-per-1000')).slice(0, 2)).to.deep.equal([
      '✓Som den er',
      'Ændring fra perioden før',
    ]);
  });

  it('shows it once more beside itself', () => {
    const items = sub(scene(), { kind: 'also', measure: 'persons' });
    const both = obey(scene().state, cube, commandOf(items, 'Andel af kolonnen, %'));
    expect(both.measures).to.deep.equal(['persons', 'persons.column-share']);
    expect(lines(measureMenu(scene(both), 'persons'))).to.include('(Andel af kolonnen, %)');
    expect(lines(sub(scene(both), { kind: 'also', measure: 'persons' }))).to.not.include(
      'Andel af kolonnen, %',
    );
  });

  it('turns sparklines on and off where time is on the columns, among its shades and among the tools', () => {
    const shades = (at: MenuScene): readonly Item[] => sub(at, { kind: 'shading', measure: 'persons' });
    const on = obey(scene().state, cube, commandOf(shades(scene()), 'Minikurver'));
    expect(on.look.sparklines).to.equal(true);
    expect(lines(shades(scene(on)))).to.include('✓Minikurver');
    expect(lines(openMenu(scene(on), { kind: 'tools-menu', missing: [] }).items)).to.include('✓Minikurver');
    expect(obey(on, cube, commandOf(shades(scene(on)), 'Minikurver')).look.sparklines).to.equal(false);
    const without = obey(scene().state, cube, { kind: 'remove', zone: 'columns', id: 'time' });
    expect(lines(shades(scene(without)))).to.not.include('Minikurver');
  });

  it('shades it, gives it decimals, and takes both back', () => {
    const shades = sub(scene(), { kind: 'shading', measure: 'persons' });
    const bars = obey(scene().state, cube, commandOf(shades, 'Bjælker i cellerne'));
    expect(bars.look.shading).to.deep.equal({ persons: 'bars' });
    const back = sub(scene(bars), { kind: 'shading', measure: 'persons' });
    expect(obey(bars, cube, commandOf(back, 'Ingen')).look.shading).to.deep.equal({});
    const decimals = sub(scene(), { kind: 'decimals', measure: 'persons' });
    const one = obey(scene().state, cube, commandOf(decimals, '1 decimal'));
    expect(one.look.decimals).to.deep.equal({ persons: 1 });
    const usual = sub(scene(one), { kind: 'decimals', measure: 'persons' });
    expect(obey(one, cube, commandOf(usual, 'Som målet har dem')).look.decimals).to.deep.equal({});
  });
});

describe('the menu of a dimension', () => {
  it('has its groupings beside its levels', () => {
    const aged = obey(firstLayout(cube), cube, { kind: 'place', axis: 'rows', dimension: 'age' });
    const items = axisMenu(scene(aged), 'rows', 'age');
    expect(lines(items).slice(0, 3)).to.deep.equal([
      '✓Vis aldersgruppe',
      'Vis femårsgruppe',
      'Vis som livsfase',
    ]);
    expect(obey(aged, cube, commandOf(items, 'Vis som livsfase')).rows[1]!.level).to.equal('life-phase');
  });

  it('bars a grouping where a measure does not add up over it, and says which', () => {
    const aged = obey(firstLayout(cube), cube, { kind: 'place', axis: 'rows', dimension: 'age' });
    const stubborn = {
      ...cube,
      measures: cube.measures.map((measure) => ({
        ...measure,
        additiveOver: measure.additiveOver.filter((id) => id !== 'age'),
      })),
    };
    const barred = axisMenu({ ...scene(aged), cube: stubborn }, 'rows', 'age').find(
      (item) => 'label' in item && item.label === 'Vis som livsfase',
    );
    expect(barred).to.include({ disabled: true, hint: 'Borgere kan ikke lægges sammen' });
  });

  it('leads up again from what a drill kept', () => {
    const drilled = obey(firstLayout(cube), cube, {
      kind: 'drill',
      dimension: 'time',
      level: 'year',
      member: '2025',
      by: null,
    });
    const up = commandOf(axisMenu(scene(drilled), 'columns', 'time'), 'Gå et niveau op');
    const above = obey(drilled, cube, up);
    expect([above.columns[0]!.level, above.filters]).to.deep.equal(['year', []]);
  });
});

describe('the menu of a member', () => {
  const member = (code: string) => exampleMembers['residence']!.find((each) => each.code === code)!;

  it('keeps it, adds it to what is kept, and takes it out again', () => {
    const only = commandOf(memberMenu(scene(), 'residence', member('1081')), 'Vis kun denne');
    const one = obey(scene().state, cube, only);
    expect(one.filters[0]!.keep).to.deep.equal({ kind: 'members', members: ['1081'] });
    expect(lines(memberMenu(scene(one), 'residence', member('1081')))).to.include('✓Med i filteret');
    const add = commandOf(memberMenu(scene(one), 'residence', member('1082')), 'Med i filteret');
    const two = obey(one, cube, add);
    expect(two.filters[0]!.keep).to.deep.equal({ kind: 'members', members: ['1081', '1082'] });
  });

  it('says where it cannot be shown', () => {
    const sector = { code: 'x', name: { da: 'x', en: 'x' }, level: 'sector', parent: null };
    expect(lines(memberMenu(scene(), 'sector', sector))).to.deep.equal(['Kan ikke vises nu. Hvorfor?']);
  });
});
