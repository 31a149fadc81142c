import { workerData } from 'node:worker_threads';

// A thread that encodes, but not before a test lets it: what is done meanwhile is done while a file is being made.
const { gate } = workerData as { readonly gate: SharedArrayBuffer };
Atomics.wait(new Int32Array(gate), 0, 0);
await import('../encoding/encoding-thread.ts');
