/** Resolves at the first SIGTERM or SIGINT. A second one ends the process at once, as nobody has patience twice. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((stopped) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopped);
  });
}
