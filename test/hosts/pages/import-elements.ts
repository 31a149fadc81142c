import { watch } from './traces.ts';

const left = watch();
await import('@datakube/components/embed');
Object.assign(globalThis, { left: left() });
