import { before, describe } from 'node:test';
import { describeAnswers } from './answers.ts';
import { describeDerived } from './derived.ts';
import { describeDocuments } from './documents.ts';
import { type Asking, type Environment, meet } from './environment.ts';
import { describeRefusals } from './refusals.ts';
import { describeSelection } from './selection.ts';

/**
 * What anyone outside can rely on, as tests over HTTP alone: they hold for every environment, whatever engine
 * it has and wherever it runs.
 *
 * @param name of the environment
 * @param open makes or finds the environment, and answers with a way to ask it
 *
 * @example
 * ```ts
 * contractSuite('a server', async () => (path, init) => fetch(new URL(path, address), init));
 * ```
 */
export function contractSuite(name: string, open: () => Promise<Asking>): void {
  describe(`${name}: the contract`, () => {
    let environment: Environment;
    before(async () => {
      environment = await meet(await open());
    });
    describeDocuments(() => environment);
    describeAnswers(() => environment);
    describeDerived(() => environment);
    describeSelection(() => environment);
    describeRefusals(() => environment);
  });
}
