import type { Cube, Language, LocalisedText } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import { obey, type Command } from './command.ts';
import { dimensionOf, levelAbove } from './cube-shape.ts';
import { estimate, type Estimate, type MembersOf } from './estimate.ts';
import { filterField, type Axis, type AxisField, type ExplorerState } from './explorer-state.ts';
import { inSentence, latestWords, nameOfDimension, nameOfLevel } from './words.ts';
import { texts } from './smaller.texts.ts';

/** Whether a table can be had: `unsure` where it may be smaller than it seems. */
export type Fit = 'fits' | 'too-large' | 'unsure';

/** Whether a table is small enough for an environment that gives `limit` cells at most. */
export function fitOf({ cells, exact }: Estimate, limit: number): Fit {
  if (cells <= limit) return 'fits';
  return exact ? 'too-large' : 'unsure';
}

/** One step to a smaller table. */
export interface SmallerTable {
  readonly command: Command;
  /** What a button says that takes it: `Vis bopæl på region`. */
  readonly words: LocalisedText;
  readonly estimate: Estimate;
}

/**
 * The tables one step away that are small enough, those that keep most first: a level coarser, folded, with fewer
 * periods, or without a dimension. Where no step is enough by itself, all that make it smaller, the smallest first.
 */
export function smallerTables(
  state: ExplorerState,
  cube: Cube,
  limit: number,
  membersOf?: MembersOf,
): readonly SmallerTable[] {
  const { cells } = estimate(state, cube, membersOf);
  const steps = (['rows', 'columns'] as const)
    .flatMap((axis) => state[axis].flatMap((field) => stepsOf(axis, field, state, cube, limit / cells)))
    .map((step) => ({ ...step, estimate: estimate(obey(state, cube, step.command), cube, membersOf) }))
    .filter((step) => step.estimate.cells < cells)
    .sort((a, b) => b.estimate.cells - a.estimate.cells);
  const enough = steps.filter((step) => step.estimate.cells <= limit);
  return enough.length > 0 ? enough : steps.reverse();
}

type Step = Pick<SmallerTable, 'command' | 'words'>;

/** @param share how much of the table there is room for */
function stepsOf(
  axis: Axis,
  field: AxisField,
  state: ExplorerState,
  cube: Cube,
  share: number,
): readonly Step[] {
  const { dimension, level } = field;
  const name = (language: Language): string => inSentence(nameOfDimension(cube, dimension, language));
  const say = (
    key: 'level' | 'fold' | 'latest' | 'remove',
    more?: (language: Language) => string,
  ): LocalisedText => {
    const words = (language: Language): string =>
      fill(texts[language][key], { name: name(language), [key]: more?.(language) ?? '' });
    return { da: words('da'), en: words('en') };
  };
  const steps: Step[] = [];
  if (field.open.length > 0) steps.push({ command: { kind: 'level', dimension, level }, words: say('fold') });
  const above = levelAbove(cube, dimension, level);
  if (above !== undefined) {
    const words = say('level', (language) =>
      inSentence(nameOfLevel(cube, { dimension, level: above }, language)),
    );
    steps.push({ command: { kind: 'level', dimension, level: above }, words });
  }
  const count = fewerPeriods(field, state, cube, share);
  if (count > 0) {
    const words = say('latest', (language) =>
      latestWords(count, nameOfLevel(cube, field, language), language),
    );
    const keep = { kind: 'latest', count } as const;
    steps.push({ command: { kind: 'filter', field: { dimension, level, keep }, instead: false }, words });
  }
  steps.push({ command: { kind: 'remove', zone: axis, id: dimension }, words: say('remove') });
  return steps;
}

/** So many periods there is room for; 0 where that is none, or where periods have been chosen by name. */
function fewerPeriods(
  { dimension, level }: AxisField,
  state: ExplorerState,
  cube: Cube,
  share: number,
): number {
  const found = dimensionOf(cube, dimension);
  const present = filterField(state, dimension);
  if (found?.kind !== 'time' || (present && (present.keep.kind !== 'latest' || present.level !== level)))
    return 0;
  const all = found.levels.find(({ id }) => id === level)?.members ?? 0;
  const shown = present?.keep.kind === 'latest' ? Math.min(present.keep.count, all) : all;
  return share < 1 ? Math.floor(shown * share) : 0;
}
