/** A drawing as plain data: what is drawn can be compared and tested without a document. */
export interface Shape {
  readonly tag: 'svg' | 'g' | 'defs' | 'pattern' | 'line' | 'rect' | 'path' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Shape[];
  readonly text: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A shape with its attributes; numbers are written with at most two decimals. */
export function shape(tag: Shape['tag'], attributes: Attributes, children: readonly Shape[] = []): Shape {
  const written: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) written[name] = typeof value === 'number' ? String(round(value)) : value;
  }
  return { tag, attributes: written, children, text: '' };
}

/** A text at a place. Words in a drawing are read aloud with their mark, so texts are for the eye alone. */
export function text(content: string, attributes: Attributes): Shape {
  return { ...shape('text', attributes), text: content };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
