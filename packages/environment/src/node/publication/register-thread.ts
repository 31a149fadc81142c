import { parentPort, workerData } from 'node:worker_threads';
import { registerBlocks, type RegisterOptions } from '@datakube/registers';

/** Blocks made ahead of the writer: enough to keep both busy, few enough to stay small. */
const AHEAD = 3;

// Makes registers block by block. The writer says when it has taken one.
const port = parentPort!;
const blocks = registerBlocks(workerData as RegisterOptions);

function sendNext(): void {
  const next = blocks.next();
  if (next.done) {
    port.close();
    return;
  }
  const buffers = Object.values(next.value.tables).flatMap((table) =>
    Object.values(table.columns).map((column) => column.buffer as ArrayBuffer),
  );
  port.postMessage(next.value, buffers);
}

port.on('message', sendNext);
for (let block = 0; block < AHEAD; block++) sendNext();
