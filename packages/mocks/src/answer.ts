/** Answers a request. Throws where a browser would not reach the environment. */
export type Answer = (request: Request) => Promise<Response>;

/** Only to make relative addresses whole; no environment has it. */
const NOWHERE = 'http://mocks.invalid/';

/** An `Answer` with the face of `fetch`: relative addresses, and an abort that ends the wait. */
export function answerWith(answer: Answer): typeof globalThis.fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input : new URL(input, globalThis.location?.href ?? NOWHERE);
    const request = new Request(address, init);
    const { signal } = request;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      answer(request).then(resolve, reject);
    });
  };
}
