import { watch } from './traces.ts';

const left = watch();
await import('@datakube/client');
await import('@datakube/charts');
await import('@datakube/components');
Object.assign(globalThis, { left: left() });
