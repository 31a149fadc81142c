import { texts as shared } from '../explorer.texts.ts';
import type { Labels } from '../../state/index.ts';
import { check, command, groups, item, radio, remark, type Item, type MenuScene } from './menu-scene.ts';
import { axisField, depthOf } from '../../state/index.ts';
import { texts } from './menus.texts.ts';

/** Totals on or off, before or after, and the subtotals of every dimension that has some. */
export function totalsMenu({ state, cube, language }: MenuScene): readonly Item[] {
  const text = texts[language];
  const place = (label: string, totals: 'before' | 'after'): Item =>
    radio(label, { kind: 'look', look: { totals } }, state.look.totals === totals);
  const deep = [...state.rows, ...state.columns].filter(
    ({ dimension, level }) => depthOf(cube, dimension, level) > 1,
  );
  return groups(
    [check(text.totalsShow, { kind: 'totals' }, state.totals)],
    deep.map(({ dimension }) => {
      const parents = axisField(state, dimension)?.parents === true;
      const name = cube.dimensions.find(({ id }) => id === dimension)?.name[language] ?? dimension;
      return check(
        `${text.subtotalsFor} ${name.toLocaleLowerCase(language)}`,
        { kind: 'parents', dimension, parents: !parents },
        parents,
      );
    }),
    [place(text.totalsBefore, 'before'), place(text.totalsAfter, 'after')],
  );
}

/** Members by name, by code, or by both. */
export function labelsMenu({ state, language }: MenuScene): readonly Item[] {
  const text = texts[language];
  const show = (label: string, labels: Labels): Item =>
    radio(label, { kind: 'look', look: { labels } }, state.look.labels === labels);
  return [show(text.labelsName, 'name'), show(text.labelsCode, 'code'), show(text.labelsBoth, 'both')];
}

/** Sparklines on or off, where time is on the columns or they are on already. */
export function sparklineItems({ state, cube, language }: MenuScene): readonly Item[] {
  const { sparklines } = state.look;
  const isTime = ({ dimension }: { readonly dimension: string }): boolean =>
    cube.dimensions.some(({ id, kind }) => id === dimension && kind === 'time');
  return sparklines || state.columns.some(isTime)
    ? [check(texts[language].sparklines, { kind: 'look', look: { sparklines: !sparklines } }, sparklines)]
    : [];
}

/** The analyses the cube's owner shows as examples, and the way back to the first table. */
export function examplesMenu({ cube, language }: MenuScene): readonly Item[] {
  const text = texts[language];
  return groups(
    cube.examples.length > 0
      ? cube.examples.map(({ id, name, description }) => ({
          ...item(name[language], { kind: 'example', id }),
          hint: description[language],
        }))
      : [remark(text.noExamples)],
    [command(shared[language].arrange, { kind: 'arrange' }), item(text.firstLayout, { kind: 'start-over' })],
  );
}
