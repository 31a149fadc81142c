import type { CubeDefinition } from '@datakube/contract';
import { readCubes } from '../cubes/read-cubes.ts';
import type { CubeModel } from '../cubes/cube-model.ts';
import { tinyCodeLists, tinyDefinition } from './tiny-cube.ts';
import { tinyRegisters } from './tiny-registers.ts';

/** A cube of the tiny cube's visits to a `gp`, from a table of their own. It shares cells with the tiny cube. */
export function tinyPartDefinition(): CubeDefinition {
  const whole = tinyDefinition();
  const cuboid = (...parts: string[]) => ({
    dimensions: parts.map((part) => ({ dimension: part.split('.')[0]!, level: part.split('.')[1]! })),
  });
  const without = ({ id }: { readonly id: string }): boolean => id !== 'sector' && id !== 'disease';
  return {
    ...whole,
    id: 'tiny-part',
    facts: 'gp_visit',
    partOf: { cube: 'tiny', dimension: 'sector', member: 'gp' },
    dimensions: whole.dimensions.filter(without),
    measures: whole.measures
      .filter(({ id }) => id !== 'days')
      .map((measure) =>
        measure.kind === 'rate'
          ? measure
          : { ...measure, additiveOver: measure.additiveOver.filter((id) => id !== 'sector') },
      ),
    release: {
      cuboids: [
        cuboid('place.region', 'age.narrow', 'time.month'),
        cuboid('place.region', 'form.form', 'time.quarter'),
      ],
    },
  };
}

/** The tiny cube and its part, in that order. */
export function tinyFamily(
  change: (definition: CubeDefinition) => CubeDefinition = (same) => same,
): readonly CubeModel[] {
  return readCubes([tinyDefinition(), change(tinyPartDefinition())], tinyCodeLists);
}

/** The tiny registers with the part's table. */
export function tinyFamilyRegisters(persons: number, seed: number): ReturnType<typeof tinyRegisters> {
  return partRegisters(tinyRegisters(persons, seed));
}

/** The same for registers of the tiny cube that are there already. */
export function partRegisters({
  visit,
  citizen_year,
}: ReturnType<typeof tinyRegisters>): ReturnType<typeof tinyRegisters> {
  const rows = [...visit.columns['sector']!.keys()].filter((row) => visit.columns['sector']![row] === 0);
  const columns = Object.entries(visit.columns).map(([name, column]) => [
    name,
    column.filter((_, row) => visit.columns['sector']![row] === 0),
  ]);
  return {
    visit,
    citizen_year,
    gp_visit: { rows: rows.length, columns: Object.fromEntries(columns) },
  } as never;
}
