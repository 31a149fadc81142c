import type { CubeDefinition, MeasureDefinition, Note, Policy } from '@datakube/contract';
import type { Axes } from '../derive/frame.ts';
import { measureNotes } from '../derive/measure-notes.ts';
import { remarkNotes } from '../derive/remark-notes.ts';
import { addsUp } from './additivity.ts';
import type { AxisDimension } from './axis-positions.ts';
import type { AskedMeasure } from './resolve-measures.ts';
import type { ResolvedFilter } from './resolved-query.ts';

/**
 * What a reader of the answer must know: that no number is exact, defaults taken, what does not add up, remarks on
 * members, caveats.
 */
export function notesOf(cube: CubeDefinition, asked: readonly AskedMeasure[], axes: Axes): Note[] {
  const measures = [...new Set(asked.map(({ measure }) => measure))];
  const onAxes = [...axes.rows, ...axes.columns];
  return [
    ...methodOf(cube.policy),
    ...defaultsTaken(axes.filters),
    ...notAdditive(cube, measures, onAxes, axes.filters),
    ...measureNotes(asked, axes),
    ...remarkNotes(axes),
    ...caveats(onAxes, axes.filters),
  ];
}

/** How far numbers are from the truth, where the cube's method moves them. */
function methodOf(policy: Policy): Note[] {
  switch (policy.method) {
    case 'suppress':
      return [];
    case 'round': {
      const { base, threshold } = policy;
      const text = {
        da: `Tallene er afrundet til nærmeste ${base} og kan ikke lægges sammen. 1–${threshold - 1} personer vises ikke; 0 betyder 0.`,
        en: `The numbers are rounded to the nearest ${base} and do not add up. 1–${threshold - 1} persons are not shown; 0 means 0.`,
      };
      return [{ code: 'rounded', text }];
    }
    case 'perturb': {
      const { noise, threshold } = policy;
      const text = {
        da: `Tallene er justeret tilfældigt (antal personer med op til ${noise.most}), er aldrig nøjagtige og kan ikke lægges sammen. 1–${threshold - 1} personer vises som 0 eller mindst ${threshold}.`,
        en: `The numbers are adjusted at random (persons by up to ${noise.most}), are never exact and do not add up. 1–${threshold - 1} persons are shown as 0 or at least ${threshold}.`,
      };
      return [{ code: 'perturbed', text }];
    }
  }
}

function defaultsTaken(filters: readonly ResolvedFilter[]): Note[] {
  return filters.flatMap(({ dimension, nodes, asked }) => {
    const member = dimension.members[nodes[0]!];
    if (asked || !member) return [];
    const { name } = dimension.definition;
    const text = {
      da: `${name.da} er ikke valgt. Tallene gælder ${member.name.da}.`,
      en: `${name.en} is not chosen. The numbers are for ${member.name.en}.`,
    };
    return [{ code: 'default-member', text }];
  });
}

function notAdditive(
  cube: CubeDefinition,
  measures: readonly MeasureDefinition[],
  axes: readonly AxisDimension[],
  filters: readonly ResolvedFilter[],
): Note[] {
  const together = [
    ...filters,
    ...axes.flatMap(({ dimension, positions }) => positions.map(({ nodes }) => ({ dimension, nodes }))),
  ].filter(({ nodes }) => nodes.length > 1);
  return measures.flatMap((measure) => {
    const failing = together.filter(({ dimension, nodes }) => !addsUp(cube, measure, dimension, nodes));
    if (failing.length === 0) return [];
    // In the order of the cube, so that a table says the same when it is turned.
    const over = new Set(failing.map(({ dimension }) => dimension.definition.id));
    const names = cube.dimensions.filter(({ id }) => over.has(id)).map(({ name }) => name);
    const text = {
      da: `${measure.name.da} kan ikke lægges sammen over ${names.map(({ da }) => da).join(', ')}.`,
      en: `${measure.name.en} cannot be added up over ${names.map(({ en }) => en).join(', ')}.`,
    };
    return [{ code: 'not-additive', text }];
  });
}

function caveats(axes: readonly AxisDimension[], filters: readonly ResolvedFilter[]): Note[] {
  const used = [...axes, ...filters.filter(({ asked }) => asked)].map(
    ({ dimension }) => dimension.definition,
  );
  return used.flatMap(({ caveats }) => (caveats ?? []).map((text) => ({ code: 'caveat', text })));
}
