const OF_LIBRARIES: readonly string[] = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
  // Only where there is no document: what stands in for one.
  'litServerRoot',
  'customElements',
];

/** True for what Lit, zod and apache-arrow's tslib leave on the global object by themselves, wherever they are loaded. */
export function isOfLibrary(name: string): boolean {
  return OF_LIBRARIES.includes(name) || /^__(zod_)?[a-z]+[A-Z]?\w*$/.test(name);
}

/** What a script has left behind on a page since {@link watch}. */
export interface Traces {
  readonly globals: readonly string[];
  readonly prototypes: readonly string[];
  readonly listeners: readonly string[];
  readonly styles: readonly string[];
  readonly registered: readonly string[];
}

/** Remembers the page as it is. The answer tells what has come since. */
export function watch(): () => Traces {
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  const prototypes = new Map(
    [...globals].flatMap((name): [string, string][] => {
      const prototype = prototypeOf(name);
      return prototype ? [[name, shape(prototype)]] : [];
    }),
  );
  const listeners: string[] = [];
  const registered: string[] = [];
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    // What drives the browser in a test listens, too; it comes from no file of the page.
    const callers = new Error().stack?.split('\n').slice(2).join() ?? '';
    const ours = callers.includes(location.origin);
    if (ours && (this === window || this === document || this instanceof Element)) listeners.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  const define = customElements.define.bind(customElements);
  customElements.define = (name, element) => {
    registered.push(name);
    define(name, element);
  };
  const sheets = document.styleSheets.length;
  return () => {
    EventTarget.prototype.addEventListener = addEventListener;
    return {
      globals: Object.getOwnPropertyNames(globalThis).filter(
        (name) => !globals.has(name) && !isOfLibrary(name),
      ),
      prototypes: [...prototypes].flatMap(([name, was]) => (shape(prototypeOf(name)!) === was ? [] : [name])),
      listeners,
      styles: [
        ...[...document.styleSheets].slice(sheets).map(({ title }) => String(title)),
        ...document.adoptedStyleSheets.map(() => 'adopted'),
        ...[...document.querySelectorAll('style, link')].map(({ outerHTML }) => outerHTML),
      ],
      registered,
    };
  };
}

function prototypeOf(name: string): object | undefined {
  const found: unknown = Reflect.get(globalThis, name);
  if (typeof found !== 'function' || name === 'CustomElementRegistry') return undefined;
  return found.prototype as object | undefined;
}

/** Names of a prototype, and whether each is still what the browser made it. */
function shape(prototype: object): string {
  return Reflect.ownKeys(prototype)
    .map((key) => {
      const { value } = Object.getOwnPropertyDescriptor(prototype, key)!;
      const native =
        typeof value !== 'function' || Function.prototype.toString.call(value).includes('[native code]');
      return `${String(key)}${native ? '' : ' changed'}`;
    })
    .join();
}
