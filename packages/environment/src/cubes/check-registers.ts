import type { CubeDefinition, Member } from '@datakube/contract';
import type { RegisterSchema } from '@datakube/registers';
import type { Complain } from './definition-fault.ts';

/** Values a register column can hold, and bits it can hold for a dimension with several members. */
const WIDTH = {
  uint8: { values: 2 ** 8, bits: 8 },
  uint16: { values: 2 ** 16, bits: 16 },
  int32: { values: 2 ** 31, bits: 31 },
};

/** Checks that the tables and columns a definition names exist and are wide enough for its members. */
export function checkRegisters(
  cube: CubeDefinition,
  members: ReadonlyMap<string, readonly Member[]>,
  schema: RegisterSchema,
  complain: Complain,
): void {
  const facts = tableOf(schema, cube.facts, ['person'], ['facts'], complain);
  const population = tableOf(
    schema,
    cube.population.table,
    ['person', 'year', 'resident'],
    ['population', 'table'],
    complain,
  );
  cube.dimensions.forEach((dimension, index) => {
    const table = dimension.source.table === 'facts' ? facts : population;
    if (!table) return;
    const path = ['dimensions', index, 'source', 'column'];
    const width = Object.hasOwn(table, dimension.source.column) ? table[dimension.source.column] : undefined;
    if (!width) {
      complain(path, `the registers have no column ${dimension.source.column} there`);
      return;
    }
    const finest = dimension.levels.at(-1)!.id;
    const leaves = members.get(dimension.id)?.filter((member) => member.level === finest).length ?? 0;
    const room = dimension.source.multiple ? WIDTH[width].bits : WIDTH[width].values;
    if (leaves > room) complain(path, `a column of ${width} cannot hold ${leaves} members`);
  });
  cube.measures.forEach((measure, index) => {
    if (measure.kind !== 'sum' || !facts || Object.hasOwn(facts, measure.column)) return;
    complain(['measures', index, 'column'], `the registers have no column ${measure.column} there`);
  });
}

function tableOf(
  schema: RegisterSchema,
  name: string,
  columns: readonly string[],
  path: readonly string[],
  complain: Complain,
): RegisterSchema[string] | undefined {
  const table = Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (!table) {
    complain(path, `the registers have no table ${name}`);
    return undefined;
  }
  for (const column of columns) {
    if (!Object.hasOwn(table, column)) complain(path, `the table ${name} has no column ${column}`);
  }
  return table;
}
