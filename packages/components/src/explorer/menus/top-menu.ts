import { fill } from '../../localisation/texts.ts';
import { axisField, nameOfMeasure, type Top } from '../../state/index.ts';
import { check, groups, radio, remark, type Item, type MenuScene } from './menu-scene.ts';
import { texts } from './menus.texts.ts';

/** How many of the greatest can be chosen. Any number can be in a link. */
const COUNTS = [5, 10, 20, 50] as const;

/** The greatest members alone: how many, by which measure, and whether the rest stands below them. */
export function topMenu({ state, cube, language }: MenuScene, dimension: string): readonly Item[] {
  const text = texts[language];
  const present = axisField(state, dimension)?.top ?? null;
  const by = state.measures[0] ?? '';
  const top: Top = present ?? { count: 10, by, others: false };
  const taking = (change: Partial<Top> | null) =>
    ({ kind: 'top', dimension, top: change === null ? null : { ...top, ...change } }) as const;
  const counts = [...new Set([...COUNTS, ...(present ? [present.count] : [])])].sort((a, b) => a - b);
  return groups(
    [
      radio(text.topAll, taking(null), present === null),
      ...counts.map((count) =>
        radio(fill(text.topCount, { count: String(count) }), taking({ count }), present?.count === count),
      ),
    ],
    [check(text.topOthers, taking({ others: !top.others }), top.others)],
    state.measures.length < 2
      ? []
      : [
          remark(text.topBy),
          ...state.measures.map((measure) =>
            radio(nameOfMeasure(cube, measure, language), taking({ by: measure }), present?.by === measure),
          ),
        ],
    [remark(text.hiddenLast)],
  );
}
