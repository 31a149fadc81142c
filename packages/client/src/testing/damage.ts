import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Changes one place of an answer to something that no environment would say there. */
export function damagedJson(answer: unknown): fc.Arbitrary<unknown> {
  const paths = [...pathsIn(answer)];
  return fc.constantFrom(...paths).chain((path) => {
    const value = at(answer, path);
    const aliens = [null, true, 7, '7', 'published', 'suppressed', 'x', [], {}, [7], { value: 7 }].filter(
      (alien) => kindOf(alien) !== kindOf(value) || path.includes('status'),
    );
    const edits = aliens.map((alien) => () => replace(answer, path, () => alien));
    if (path.length > 0) edits.push(() => replace(answer, path, () => undefined));
    if (Array.isArray(value)) {
      edits.push(() => replace(answer, path, () => [...value, ...value.slice(0, 1)]));
      edits.push(() => replace(answer, path, () => value.slice(1)));
      edits.push(() => replace(answer, path, () => value.slice(0, -1)));
    }
    return fc.constantFrom(...edits).map((edit) => edit());
  });
}

/** Changes, cuts or repeats bytes, anywhere. */
export function damagedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const place = fc.nat({ max: bytes.length - 1 });
  const changed = fc
    .array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 })
    .map((edits) => {
      const copy = bytes.slice();
      for (const [index, byte] of edits) copy[index] = byte;
      return copy;
    });
  const flipped = fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([index, bit]) => {
    const copy = bytes.slice();
    copy[index]! ^= 1 << bit;
    return copy;
  });
  const cut = place.map((index) => bytes.slice(0, index));
  const without = fc
    .tuple(place, fc.constantFrom(1, 4, 8, 64))
    .map(([index, count]) => join(bytes.subarray(0, index), bytes.subarray(index + count)));
  const repeated = fc
    .tuple(place, fc.constantFrom(1, 4, 8, 64))
    .map(([index, count]) => join(bytes.subarray(0, index + count), bytes.subarray(index)));
  return fc.oneof(
    { weight: 4, arbitrary: changed },
    { weight: 4, arbitrary: flipped },
    cut,
    without,
    repeated,
  );
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** A copy with another value at the path; `undefined` takes the entry away. */
function replace(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const inner = replace((value as Record<string | number, unknown>)[key], rest, change);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    copy.splice(Number(key), 1, ...(inner === undefined ? [] : [inner]));
    return copy;
  }
  return { ...(value as object), [key]: inner };
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
