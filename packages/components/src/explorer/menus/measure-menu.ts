import {
  derivationsOf,
  type Cube,
  readReference,
  referTo,
  type Derivation,
  type Measure,
} from '@datakube/contract';
import { fill } from '../../localisation/texts.ts';
import { nameOfMeasure, obey, type Command, type ExplorerState, type Shading } from '../../state/index.ts';
import {
  command,
  groups,
  leadsTo,
  radio,
  remark,
  type ActionItem,
  type Item,
  type MenuScene,
} from './menu-scene.ts';
import { sparklineItems } from './table-menus.ts';
import { removeItem, shiftItems } from './place-items.ts';
import { sortByItems } from './sort-menu.ts';
import { texts, type MenuText } from './menus.texts.ts';

/** All that can be done with a measure, or with what is shown of it. */
export function measureMenu(scene: MenuScene, reference: string): readonly Item[] {
  const { state, language } = scene;
  const text = texts[language];
  const measure = measureOf(scene, reference);
  if (!state.measures.includes(reference)) {
    return [
      { ...command(text.addToMeasures, { kind: 'measure', measure: reference }), icon: 'plus' },
      ...(measure ? [leadsTo(text.addAs, { kind: 'also', measure: reference })] : []),
    ];
  }
  const sorts = sortByItems(scene, reference).length > 0;
  return groups(
    [remark(text.showAs), ...(measure ? showAsItems(scene, measure, reference) : [])],
    [
      ...(otherViews(scene, reference).length > 0
        ? [leadsTo(text.alsoAs, { kind: 'also', measure: reference })]
        : []),
      leadsTo(text.shading, { kind: 'shading', measure: reference }),
      leadsTo(text.decimals, { kind: 'decimals', measure: reference }),
      ...(sorts ? [leadsTo(text.sort, { kind: 'sort-by', measure: reference })] : []),
    ],
    shiftItems(scene, 'measures', reference),
    [{ ...removeItem(scene, 'measures', reference), disabled: state.measures.length === 1 }],
  );
}

/** The measures that can be added: each as its own number, and what else can be shown of those that are here. */
export function addMeasureMenu(scene: MenuScene): readonly Item[] {
  const { state, cube, language } = scene;
  const text = texts[language];
  const unused = cube.measures
    .filter(({ id }) => !state.measures.some((reference) => readReference(reference).measure === id))
    .map(({ id, name }) => command(name[language], { kind: 'measure', measure: id }));
  const shown = [...new Set(state.measures.map((reference) => readReference(reference).measure))];
  const views = shown
    .filter((id) => otherViews(scene, id).length > 0)
    .map((id) => {
      const name = nameOfMeasure(cube, id, language);
      return leadsTo(fill(text.measureAs, { name }), { kind: 'also', measure: id });
    });
  const found = groups(unused, views);
  return found.length > 0 ? found : [remark(text.nothingToAdd)];
}

/** Another view of a measure, beside the ones that are shown. */
export function alsoMenu(scene: MenuScene, reference: string): readonly Item[] {
  return otherViews(scene, reference);
}

/** How the numbers of a measure are made to be seen; sparklines are of the first measure. */
export function shadingMenu(scene: MenuScene, reference: string): readonly Item[] {
  const { state, language } = scene;
  const text = texts[language];
  const { [reference]: present, ...others } = state.look.shading;
  const shade = (label: string, shading: Shading | null): ActionItem =>
    radio(
      label,
      { kind: 'look', look: { shading: shading === null ? others : { ...others, [reference]: shading } } },
      (present ?? null) === shading,
    );
  return groups(
    [
      shade(text.shadingNone, null),
      shade(text.shadingHeat, 'heat'),
      shade(text.shadingBars, 'bars'),
      remark(text.hiddenUnshaded),
    ],
    reference === state.measures[0] ? sparklineItems(scene) : [],
  );
}

const MOST_DECIMALS = 3;

/** How many decimals of a measure are shown. */
export function decimalsMenu(scene: MenuScene, reference: string): readonly Item[] {
  const { state, language } = scene;
  const text = texts[language];
  const { [reference]: present, ...others } = state.look.decimals;
  const show = (label: string, decimals: number | null): ActionItem =>
    radio(
      label,
      { kind: 'look', look: { decimals: decimals === null ? others : { ...others, [reference]: decimals } } },
      (present ?? null) === decimals,
    );
  return [
    show(text.decimalsUsual, null),
    ...Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) =>
      show(
        fill(decimals === 1 ? text.decimalsOne : text.decimalsCount, { count: String(decimals) }),
        decimals,
      ),
    ),
  ];
}

function showAsItems(
  { state, cube, language }: MenuScene,
  measure: Measure,
  reference: string,
): readonly ActionItem[] {
  const text = texts[language];
  return viewsOf(measure).map((derivation) => {
    const taken = referTo(measure.id, derivation);
    const does: Command = { kind: 'show-as', measure: reference, derivation };
    const line = radio(viewWords(measure, derivation, language), does, taken === reference);
    if (taken === reference) return line;
    if (state.measures.includes(taken)) return { ...line, disabled: true, hint: text.shownAlready };
    return canShow(state, cube, does, taken) ? line : { ...line, disabled: true, hint: text.needsTime };
  });
}

function otherViews({ state, cube, language }: MenuScene, reference: string): readonly ActionItem[] {
  const measure = measureOf({ cube }, reference);
  if (!measure) return [];
  return viewsOf(measure)
    .map((derivation) => ({ derivation, taken: referTo(measure.id, derivation) }))
    .filter(({ taken }) => !state.measures.includes(taken))
    .map(({ derivation, taken }) => {
      const does: Command = { kind: 'measure', measure: taken };
      const line = command(viewWords(measure, derivation, language), does);
      return canShow(state, cube, does, taken)
        ? line
        : { ...line, disabled: true, hint: texts[language].needsTime };
    });
}

function viewsOf({ kind }: Measure): readonly (Derivation | null)[] {
  return [null, ...derivationsOf(kind)];
}

/** A change or an index needs periods to compare: where there are none, the command leads back to the number. */
function canShow(state: ExplorerState, cube: Cube, does: Command, taken: string): boolean {
  return obey(state, cube, does).measures.includes(taken);
}

const VIEW_TEXTS = {
  'row-share': 'asRowShare',
  'column-share': 'asColumnShare',
  'total-share': 'asTotalShare',
  change: 'asChange',
  growth: 'asGrowth',
  index: 'asIndex',
} as const satisfies Record<Derivation, MenuText>;

function viewWords(measure: Measure, derivation: Derivation | null, language: MenuScene['language']): string {
  const text = texts[language];
  if (derivation !== null) return text[VIEW_TEXTS[derivation]];
  return measure.kind === 'rate' ? text.asItself : text.asCount;
}

function measureOf({ cube }: Pick<MenuScene, 'cube'>, reference: string): Measure | undefined {
  const { measure } = readReference(reference);
  return cube.measures.find(({ id }) => id === measure);
}
