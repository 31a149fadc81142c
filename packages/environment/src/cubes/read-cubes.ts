import { CubeDefinition, type Member } from '@datakube/contract';
import type { RegisterSchema } from '@datakube/registers';
import * as z from 'zod/mini';
import { checkDefinition } from './check-definition.ts';
import { checkExamples } from './check-examples.ts';
import { checkGroupings } from './check-groupings.ts';
import { checkMembers } from './check-members.ts';
import { checkRegisters } from './check-registers.ts';
import { checkRemarks } from './check-remarks.ts';
import type { CubeModel } from './cube-model.ts';
import { type Complain, CubeDefinitionError, type DefinitionFault, jsonPointer } from './definition-fault.ts';
import { buildDimension } from './dimension-model.ts';
import { checkPart, familyOf } from './link-cubes.ts';
import { readMembers } from './read-members.ts';

/** Words for what does not fit the schema, which without them would be told only that it is invalid. */
const reasons = z.locales.en();

/**
 * Reads cube definitions and their code lists, checks them, and works out the positions.
 *
 * @param definitions as they were parsed from JSON
 * @param codeLists members by name of the code list: an array of members, or an object with `members`
 * @param schema tables and columns of the registers; when given, the definitions are checked against it
 * @returns the cubes, sorted by id, whatever the order of the definitions
 * @throws CubeDefinitionError with every fault of every cube
 *
 * @example
 * ```ts
 * const cubes = readCubes(cubeDefinitions, codeLists, registerSchema);
 * ```
 */
export function readCubes(
  definitions: readonly unknown[],
  codeLists: Readonly<Record<string, unknown>>,
  schema?: RegisterSchema,
): CubeModel[] {
  const faults: DefinitionFault[] = [];
  const models = new Map<string, CubeModel>();
  definitions.forEach((input, position) => {
    const cube = nameOf(input) ?? `definition ${position + 1}`;
    const model = readCube(input, codeLists, schema, models, (path, reason) => {
      faults.push({ cube, pointer: jsonPointer(path), reason });
    });
    if (models.has(cube)) faults.push({ cube, pointer: '/id', reason: 'two cubes have this name' });
    if (model) models.set(cube, model);
  });
  for (const [cube, model] of models) {
    checkPart(model, models, (path, reason) => faults.push({ cube, pointer: jsonPointer(path), reason }));
  }
  // An example is planned like any other query, which a wrong definition is not made for.
  if (faults.length === 0) {
    for (const [cube, model] of models) {
      checkExamples(model, (path, reason) => faults.push({ cube, pointer: jsonPointer(path), reason }));
    }
  }
  if (faults.length > 0) throw new CubeDefinitionError(faults);
  return [...models.values()].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}

function readCube(
  input: unknown,
  codeLists: Readonly<Record<string, unknown>>,
  schema: RegisterSchema | undefined,
  cubes: ReadonlyMap<string, CubeModel>,
  complain: Complain,
): CubeModel | undefined {
  const parsed = CubeDefinition.safeParse(input, { error: reasons.localeError });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) complain(issue.path, issue.message);
    return undefined;
  }
  const definition = parsed.data;
  checkDefinition(definition, complain);
  const members = new Map<string, readonly Member[]>();
  definition.dimensions.forEach((dimension, index) => {
    const inDimension: Complain = (path, reason) => complain(['dimensions', index, ...path], reason);
    const found = readMembers(dimension, codeLists, inDimension);
    if (!found) return;
    checkMembers(dimension, found, inDimension);
    checkGroupings(dimension, found, inDimension);
    checkRemarks(dimension, found, inDimension);
    members.set(dimension.id, found);
  });
  if (schema) checkRegisters(definition, members, schema, complain);
  return members.size === definition.dimensions.length ? buildCube(definition, members, cubes) : undefined;
}

/** @param cubes all cubes of the environment, once they have been read */
function buildCube(
  definition: CubeDefinition,
  members: ReadonlyMap<string, readonly Member[]>,
  cubes: ReadonlyMap<string, CubeModel>,
): CubeModel {
  const dimensions = definition.dimensions.map((each) => buildDimension(each, members.get(each.id)!));
  const byId = new Map(dimensions.map((each) => [each.definition.id, each]));
  const measures = new Map(definition.measures.map((each) => [each.id, each]));
  const model: CubeModel = {
    definition,
    dimensions,
    dimension: (id) => byId.get(id),
    measure: (id) => measures.get(id),
    family: () => familyOf(cubes.values(), model),
  };
  return model;
}

function nameOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('id' in input)) return undefined;
  return typeof input.id === 'string' ? input.id.slice(0, 64) : undefined;
}
