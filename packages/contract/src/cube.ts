import * as z from 'zod/mini';
import { IsoDateTime } from './dates.ts';
import { Declaration } from './declaration.ts';
import { Identifier, MemberCode } from './identifiers.ts';
import { LocalisedText } from './localised-text.ts';
import { PublicPolicy } from './public-policy.ts';
import { QueryOutline } from './query-outline.ts';
import { Way } from './way.ts';

export const DimensionKind = z.enum(['geography', 'age', 'sex', 'time', 'code']);
export type DimensionKind = z.infer<typeof DimensionKind>;

/** A dimension as the catalogue shows it. Levels from the coarsest to the finest, each with its number of members. */
export const Dimension = z.object({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  group: LocalisedText,
  kind: DimensionKind,
  levels: z.array(z.object({ id: Identifier, name: LocalisedText, members: z.int() })),
  /** Other ways to put the members of a level together. A grouping stands on an axis as a level does. */
  groupings: z.array(
    z.object({
      id: Identifier,
      name: LocalisedText,
      description: z.optional(LocalisedText),
      /** The level whose members are put together. */
      level: Identifier,
      members: z.int(),
    }),
  ),
  total: z.nullable(LocalisedText),
  /** A member taken when a query says nothing about a dimension without a total: the latest year, for time. */
  default: z.nullable(MemberCode),
  /** True where one person can belong to several members, as for chronic diseases. */
  multiple: z.boolean(),
  synonyms: z.array(z.string()),
  caveats: z.array(LocalisedText),
});
export type Dimension = z.infer<typeof Dimension>;

export const Measure = z.object({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  unit: LocalisedText,
  kind: z.enum(['persons', 'events', 'sum', 'rate']),
  /** Dimensions over which the parts add up to the whole. Empty for rates. */
  additiveOver: z.array(Identifier),
  decimals: z.int(),
});
export type Measure = z.infer<typeof Measure>;

/** One protected table of the release: its dimensions, each down to a level, with all marginals. */
export const CuboidDefinition = z.strictObject({
  dimensions: z
    .array(z.strictObject({ dimension: Identifier, level: Identifier }))
    .check(z.minLength(1), z.maxLength(5)),
});
export type CuboidDefinition = z.infer<typeof CuboidDefinition>;

/** An analysis the cube's owner shows as an example. */
export const ExampleAnalysis = z.strictObject({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  query: QueryOutline,
  /** How it is shown: one of {@link CHART_TYPES}; a page that does not know it chooses. Default as a table. */
  chart: z.optional(Identifier),
});
export type ExampleAnalysis = z.infer<typeof ExampleAnalysis>;

/** How combinations outside the release are answered for one user, and which of them are answered at all. */
export const OutsideOffer = z.object({
  /** In the order they are tried. None: such combinations are refused. */
  ways: z.array(Way),
  /** Cells of the smallest cuboid that holds a query, marginals included, at most; per way. */
  cells: z.object({ extend: z.int(), perturb: z.int() }),
  /** Dimensions over which persons add up that a query answered by `extend` may use, at most. */
  additive: z.int(),
});
export type OutsideOffer = z.infer<typeof OutsideOffer>;

/** What a portal may know of a cube: everything but where its data lie. */
export const Cube = z.object({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  dimensions: z.array(Dimension),
  measures: z.array(Measure),
  policy: PublicPolicy,
  release: z.object({
    id: z.string(),
    published: IsoDateTime,
    /** The combinations that can be asked for. Every subset, and every coarser level, is part of them. */
    cuboids: z.array(CuboidDefinition),
    cells: z.int(),
  }),
  outside: OutsideOffer,
  /** Analyses to begin with. */
  examples: z.array(ExampleAnalysis),
  declaration: Declaration,
  /** True when the numbers are made up, and every view must say so. */
  synthetic: z.boolean(),
});
export type Cube = z.infer<typeof Cube>;

/** A line of the catalogue. */
export const CubeSummary = z.object({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  release: z.string(),
  published: IsoDateTime,
  synthetic: z.boolean(),
});
export type CubeSummary = z.infer<typeof CubeSummary>;

export const Catalogue = z.object({ cubes: z.array(CubeSummary) });
export type Catalogue = z.infer<typeof Catalogue>;

/**
 * A member on the wire: `name` in both languages, `parent` on the level above. A group of a grouping has the
 * grouping as its level and no parent; its members are named in `of`.
 */
export const MemberEntry = z.object({
  code: MemberCode,
  name: LocalisedText,
  level: Identifier,
  parent: z.nullable(MemberCode),
  of: z.optional(z.array(MemberCode)),
});
export type MemberEntry = z.infer<typeof MemberEntry>;

export const MemberList = z.object({
  cube: Identifier,
  dimension: Identifier,
  members: z.array(MemberEntry),
});
export type MemberList = z.infer<typeof MemberList>;

/** What this environment and this user can do. The interface shows no more. */
export const Capabilities = z.object({
  environment: z.object({
    name: z.string(),
    version: z.string(),
    profile: z.enum(['sandbox', 'production']),
  }),
  user: z.object({
    signedIn: z.boolean(),
    name: z.nullable(z.string()),
    roles: z.array(z.string()),
    /** Members that are the user's own, as their municipality: shown with a mark. */
    own: z.array(z.object({ dimension: Identifier, member: MemberCode })),
  }),
  /** Those of {@link FORMATS} that it answers in; an environment newer than the page may have more. */
  formats: z.array(z.string()),
  limits: z.object({ cells: z.int() }),
  synthetic: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;
