import type { CellSet, Language } from '@datakube/contract';
import type { Layout } from '../pivot/layout.ts';
import type { Shading } from '../pivot/shading.ts';
import type { Annotations } from './annotations.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';
import type { TableInfo } from './table-info.ts';

/** A member that is the reader's own. */
export interface OwnMember {
  readonly dimension: string;
  readonly member: string;
}

/** What annotations are made from. */
export interface AnnotationSubject {
  readonly layout: Layout;
  readonly info: TableInfo;
  readonly texts: PivotTableTexts;
  readonly language: Language;
  readonly own: readonly OwnMember[];
  readonly shading: Readonly<Record<string, Shading>>;
  readonly sparklines: boolean;
}

type Annotate = typeof import('./annotate/annotate.ts').annotate;
type Shade = typeof import('./annotate/shade.ts').shade;
type Spark = typeof import('./annotate/sparklines.ts').spark;

// Loaded once for all tables on the page.
let annotate: Annotate | undefined;
let shade: Shade | undefined;
let spark: Spark | undefined;

/**
 * The annotations of a table, or null where it has none or they are on their way.
 *
 * @param coming is told of what is being loaded; the table is drawn again when it is there
 */
export function annotationsOf(
  subject: AnnotationSubject,
  coming: (loading: Promise<unknown>) => void,
): Annotations | null {
  const { layout, info, own, shading, sparklines } = subject;
  const shades = layout.measures.some((measure) => shading[measure]);
  if (
    !annotate &&
    (shades || sparklines || own.length > 0 || info.describes(layout.measures) || isFlagged(layout.cellSet))
  )
    coming(import('./annotate/annotate.ts').then((module) => (annotate = module.annotate)));
  if (!shade && shades) coming(import('./annotate/shade.ts').then((module) => (shade = module.shade)));
  if (!spark && sparklines)
    coming(import('./annotate/sparklines.ts').then((module) => (spark = module.spark)));
  return annotate?.(subject, shades ? shade : undefined, sparklines ? spark : undefined) ?? null;
}

/** Lets the style sheets of annotations hold in a shadow root. */
export function adoptStyles(root: ShadowRoot, { styles }: Annotations): void {
  const missing = styles.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}

function isFlagged({ rows, columns, measures, notes }: CellSet): boolean {
  return (
    [rows, columns].some((tuples) => tuples.some((tuple) => tuple.some(({ flags }) => flags))) ||
    [...measures.values()].some(({ flags }) => flags) ||
    notes.some(({ about }) => about)
  );
}
