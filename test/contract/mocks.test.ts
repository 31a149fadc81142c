import { createMocks } from '@datakube/mocks';
import { contractSuite } from './contract-suite.ts';

contractSuite('the mocks', async () => {
  const { fetch } = await createMocks();
  return (path, init) => fetch(new URL(path, 'https://environment.example'), init);
});
