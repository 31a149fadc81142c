import type { Tuple } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { tupleKey } from '../../pivot/node-key.ts';
import { nameOfMeasure, type Sort } from '../../state/index.ts';
import { command, groups, radio, remark, type ActionItem, type Item, type MenuScene } from './menu-scene.ts';
import { texts } from './menus.texts.ts';

/** How the rows are sorted: as the code lists have them, by name, or by the numbers of one column. */
export function sortMenu(scene: MenuScene): readonly Item[] {
  const { state, language } = scene;
  const text = texts[language];
  const is = (sort: Sort | null): boolean => JSON.stringify(sort) === JSON.stringify(state.sort);
  const by = (label: string, sort: Sort | null): ActionItem => radio(label, { kind: 'sort', sort }, is(sort));
  const column = columnToSortBy(scene.columns);
  return groups(
    [
      by(text.sortPlain, null),
      by(text.sortAscendingNames, { by: 'name', direction: 'ascending' }),
      by(text.sortDescendingNames, { by: 'name', direction: 'descending' }),
    ],
    column === null
      ? []
      : [
          ...state.measures.flatMap((measure) => {
            const name = nameOfMeasure(scene.cube, measure, language);
            const sort = { by: 'value', measure, column: tupleKey(column) } as const;
            return [
              by(fill(text.sortLargest, { measure: name }), { ...sort, direction: 'descending' }),
              by(fill(text.sortSmallest, { measure: name }), { ...sort, direction: 'ascending' }),
            ];
          }),
          remark(`${columnWords(column)}${text.hiddenLast}`),
        ],
  );
}

/** The rows by one measure, from the menu of the measure. */
export function sortByItems({ state, columns, language }: MenuScene, measure: string): readonly ActionItem[] {
  const column = columnToSortBy(columns);
  if (column === null || state.rows.length === 0) return [];
  const sort = { by: 'value', measure, column: tupleKey(column) } as const;
  const present = state.sort;
  const chosen = present?.by === 'value' && present.measure === measure ? present.direction : null;
  const text = texts[language];
  return [
    radio(
      text.largestFirst,
      { kind: 'sort', sort: { ...sort, direction: 'descending' } },
      chosen === 'descending',
    ),
    radio(
      text.smallestFirst,
      { kind: 'sort', sort: { ...sort, direction: 'ascending' } },
      chosen === 'ascending',
    ),
    ...(state.sort ? [command(text.sortPlain, { kind: 'sort', sort: null })] : []),
  ];
}

/** The column of the totals, and the last one where there is none: the latest year. */
function columnToSortBy(columns: readonly Tuple[]): Tuple | null {
  return columns.find((tuple) => tuple.every(({ kind }) => kind === 'total')) ?? columns.at(-1) ?? null;
}

function columnWords(column: Tuple): string {
  return column.length === 0 ? '' : `${column.map(({ label }) => label).join(', ')}. `;
}
