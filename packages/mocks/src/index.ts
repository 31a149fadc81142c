export { createMocks, type Mocks, type MocksOptions } from './create-mocks.ts';
export type { MockHandlers } from './handlers.ts';
export type { Trouble } from './trouble.ts';
