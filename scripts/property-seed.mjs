// The random cases of every property are the same in every run, so that a change and not chance makes a test fail.
// `PROPERTY_SEED=7 npm test -- unit` tries others. Only what asks for fast-check pays for loading it.
import { registerHooks } from 'node:module';

const seeded = new URL('./seeded-fast-check.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'fast-check' && context.parentURL !== seeded
      ? { url: seeded, shortCircuit: true }
      : next(specifier, context),
});
