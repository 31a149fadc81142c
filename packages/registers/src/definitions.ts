import acrossSectors from '../definitions/sundhedsdata-paa-tvaers.json' with { type: 'json' };
import specialistPractice from '../definitions/speciallaegepraksis.json' with { type: 'json' };

/** The cube definitions over the synthetic registers, as they stand in the files: not validated here. */
export const cubeDefinitions: readonly unknown[] = [acrossSectors, specialistPractice];
