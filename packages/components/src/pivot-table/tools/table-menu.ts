import { fill } from '../../localisation/texts.ts';
import { columnName, rowName } from '../../pivot/cell-words.ts';
import { columnTuple, statusAt } from '../../pivot/cell.ts';
import { isCell } from '../../pivot/navigation.ts';
import { canSort, sortBy, sortedBy } from '../sorting.ts';
import { drillItems, filterItems } from './drill-items.ts';
import { foldItems } from './fold-items.ts';
import { appearanceItems, showAsItems, topItems } from './measure-items.ts';
import { choice, item, measureAt, parts, request, written, type Item, type Scene } from './menu-items.ts';
import { dimensionAt, membersAt } from './places.ts';
import { headerName } from './header-name.ts';

/** The menu of a place: all that can be done from there, by what the table has and by what the page offers. */
export function tableMenu(scene: Scene): { readonly label: string; readonly items: readonly Item[] } {
  const { host, at, text } = scene;
  const { layout, words } = host.frame;
  if (isCell(at)) {
    const name = [rowName(layout, at.row), columnName(layout, at.column, words.spoken)]
      .filter(Boolean)
      .join(', ');
    return { label: fill(text.menuCell, { name }), items: cellItems(scene) };
  }
  const name = headerName(host.frame, at);
  if (at.row >= 0) return { label: fill(text.menuRow, { name }), items: rowItems(scene) };
  if (at.column < 0) return { label: fill(text.menuCorner, { name }), items: cornerItems(scene) };
  return { label: fill(text.menuColumn, { name }), items: columnItems(scene) };
}

function cellItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  const hidden = statusAt(host.frame.layout, at.row, at.column) === 'suppressed';
  return parts(
    hidden ? [item('why', text.why, { kind: 'explain' }, { icon: 'information' })] : [],
    drillItems(scene),
    filterItems(scene),
    [...sortItems(scene), ...appearanceItems(scene)],
    [...selectItems(scene, ['row', 'column', 'all']), ...copyItems(scene)],
    generalItems(scene),
  );
}

function rowItems(scene: Scene): readonly Item[] {
  return parts(
    foldItems(scene),
    drillItems(scene),
    filterItems(scene),
    [...selectItems(scene, ['row']), ...appearanceItems(scene)],
    [...aboutItems(scene), ...generalItems(scene)],
  );
}

function cornerItems(scene: Scene): readonly Item[] {
  return parts(
    sortItems(scene),
    foldItems(scene),
    [...selectItems(scene, ['all']), ...appearanceItems(scene)],
    [...aboutItems(scene), ...generalItems(scene)],
  );
}

function columnItems(scene: Scene): readonly Item[] {
  const { host, at } = scene;
  const leaf = canSort(host.frame.layout, at);
  return parts(
    leaf ? [...sortItems(scene), ...topItems(scene)] : [],
    leaf ? showAsItems(scene) : [],
    foldItems(scene),
    drillItems(scene),
    filterItems(scene),
    [...selectItems(scene, ['column']), ...appearanceItems(scene)],
    [...aboutItems(scene), ...hideItems(scene)],
    generalItems(scene),
  );
}

/** By the column of a place, or by name over the row headers. */
function sortItems({ host, at, text }: Scene): readonly Item[] {
  const { layout } = host.frame;
  const names = at.column < 0;
  const present = sortedBy(layout, at.column);
  const by = (command: 'sort-ascending' | 'sort-descending', label: string): Item => {
    const direction = command === 'sort-ascending' ? 'ascending' : 'descending';
    return choice(
      command,
      label,
      { kind: 'sort', sort: sortBy(layout, at.column, direction) },
      present === direction,
    );
  };
  return [
    by('sort-ascending', names ? text.sortNamesUp : text.sortAscending),
    by('sort-descending', names ? text.sortNamesDown : text.sortDescending),
    ...(layout.sort ? [item('sort-plain', text.sortPlain, { kind: 'sort', sort: null })] : []),
  ];
}

const SELECT = { row: 'selectRow', column: 'selectColumn', all: 'selectAll' } as const;

function selectItems({ text }: Scene, whats: readonly ('row' | 'column' | 'all')[]): readonly Item[] {
  return whats.map((what) =>
    item(`select-${what}`, text[SELECT[what]], { kind: 'select', what }, written(`select-${what}`, text)),
  );
}

function copyItems({ text }: Scene): readonly Item[] {
  return [
    item('copy', text.copy, { kind: 'copy', form: 'table' }, written('copy', text)),
    item('copy-cells', text.copyCells, { kind: 'copy', form: 'cells' }),
    item('copy-markdown', text.copyMarkdown, { kind: 'copy', form: 'markdown' }),
  ];
}

function aboutItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  const column = at.row < 0 && at.column >= 0;
  const field = dimensionAt(host.frame.layout, at) ?? measureAt(scene);
  if (field === null || !host.table.offers.about?.includes(field)) return [];
  const label = column
    ? text.aboutColumn
    : fill(text.aboutField, { name: host.frame.info.dimensionName(field) });
  return [{ ...request('about', label, { kind: 'about', field }), icon: 'information' }];
}

/** A measure is taken out of the table, a member is left out. */
function hideItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  const { layout } = host.frame;
  const hide = (asked: Parameters<typeof request>[2]): readonly Item[] => [
    { ...request('hide', text.hide, asked), icon: 'close' },
  ];
  if (dimensionAt(layout, at) === undefined) {
    const measure = measureAt(scene);
    if (measure === null || !host.table.offers.hideMeasure || layout.measures.length < 2) return [];
    return hide({ kind: 'hide-measure', measure });
  }
  const [entry] = membersAt(layout, at);
  // The last column stays: a table without columns is none.
  if (!entry || !host.table.offers.filter || isAlone(layout, entry.dimension)) return [];
  const { dimension, level, code } = entry;
  return hide({ kind: 'leave-out', dimension, level, members: [code] });
}

function isAlone(layout: Scene['host']['frame']['layout'], dimension: string): boolean {
  const codes = new Set<string>();
  for (let column = 0; column < layout.columnCount && codes.size < 2; column++) {
    for (const entry of columnTuple(layout, column))
      if (entry.dimension === dimension && entry.kind === 'member') codes.add(entry.code);
  }
  return codes.size < 2;
}

function generalItems({ host, text }: Scene): readonly Item[] {
  return [
    item('go-to', text.goTo, { kind: 'go-to' }, { icon: 'search', ...written('go-to', text) }),
    item('help', text.help, { kind: 'help' }, host.table.withoutSingleKeys ? {} : written('help', text)),
  ];
}
