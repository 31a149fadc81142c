import { readReference } from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import type { Shading } from '../../pivot/shading.ts';
import { choice, item, measureAt, parts, request, type Item, type Scene } from './menu-items.ts';

const MOST_DECIMALS = 6;
const TOPS = [5, 10, 20, 50] as const;

/** The greatest members of the innermost dimension of the rows, by the measure of a column. */
export function topItems(scene: Scene): readonly Item[] {
  const { host, text } = scene;
  const measure = measureAt(scene);
  const dimension = host.frame.layout.rows.axis.dimensions
    .map((each) => each.dimension)
    .findLast((id) => host.table.offers.top?.[id] !== undefined);
  if (dimension === undefined || measure === null) return [];
  const present = host.table.offers.top?.[dimension] ?? null;
  const by = (count: number, others: boolean) =>
    ({ kind: 'request', request: { kind: 'top', dimension, top: { count, by: measure, others } } }) as const;
  const others = present?.others ?? false;
  const items = parts(
    [
      choice(
        'top',
        text.topAll,
        { kind: 'request', request: { kind: 'top', dimension, top: null } },
        !present,
      ),
      ...TOPS.map((count) =>
        choice(
          'top',
          fill(text.topCount, { count: String(count) }),
          by(count, others),
          present?.count === count,
        ),
      ),
    ],
    [choice('top', text.topOthers, by(present?.count ?? 10, !others), others, 'check')],
    [{ kind: 'note', text: text.hiddenLast }],
  );
  const label = fill(text.topOf, { name: host.frame.info.dimensionName(dimension) });
  return [item('top', text.top, { kind: 'menu', label, items })];
}

/** The number itself, and what can be shown of it: shares, changes, an index. */
export function showAsItems(scene: Scene): readonly Item[] {
  const { host, text } = scene;
  const reference = measureAt(scene);
  if (reference === null) return [];
  const { measure, derivation: present } = readReference(reference);
  const offered = host.table.offers.derivations?.[measure] ?? [];
  if (offered.length === 0) return [];
  return [
    { kind: 'note', text: text.showAs },
    ...([null, ...offered] as const).map((derivation) =>
      choice(
        'show-as',
        derivation === null ? text.plainNumber : text[derivation],
        { kind: 'request', request: { kind: 'show-as', measure, derivation } },
        derivation === present,
      ),
    ),
  ];
}

/** How the numbers and their column look. The table can do it alone, and tells the page. */
export function appearanceItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  const measure = measureAt(scene);
  const name = measure === null ? '' : host.frame.info.measureName(measure);
  const items = parts(
    measure === null ? [] : shadingItems(scene, measure),
    measure === null ? [] : decimalItems(scene, measure),
    (['wider', 'narrower', 'fit'] as const).map((how) => item(how, text[how], { kind: 'resize', how })),
  );
  const label = fill(text.appearanceOf, { name: at.column < 0 ? text.goToRow : name });
  return [item('appearance', text.appearance, { kind: 'menu', label, items })];
}

function shadingItems({ host, text }: Scene, measure: string): readonly Item[] {
  const present = host.table.shading[measure] ?? null;
  const shade = (label: string, shading: Shading | null): Item =>
    choice(
      'shading',
      label,
      { kind: 'request', request: { kind: 'shading', measure, shading } },
      present === shading,
    );
  return [
    { kind: 'note', text: text.shading },
    shade(text.shadingNone, null),
    shade(text.heat, 'heat'),
    shade(text.bars, 'bars'),
  ];
}

function decimalItems({ host, text }: Scene, measure: string): readonly Item[] {
  const present = host.frame.info.decimals(measure);
  const show = (decimals: number) => ({ kind: 'decimals', measure, decimals }) as const;
  return [
    { ...request('decimals-more', text.decimalsMore, show(present + 1)), disabled: present >= MOST_DECIMALS },
    { ...request('decimals-fewer', text.decimalsFewer, show(present - 1)), disabled: present === 0 },
  ];
}
