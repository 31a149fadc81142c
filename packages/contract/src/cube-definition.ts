import * as z from 'zod/mini';
import { CuboidDefinition, DimensionKind, ExampleAnalysis } from './cube.ts';
import { IsoDate } from './dates.ts';
import { Declaration } from './declaration.ts';
import { Identifier, MemberCode } from './identifiers.ts';
import { LocalisedText } from './localised-text.ts';
import { Policy } from './policy.ts';
import { Query } from './query.ts';

/** Name of a table or column in the registers. */
const RegisterName = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(48));

export const Level = z.strictObject({ id: Identifier, name: LocalisedText });
export type Level = z.infer<typeof Level>;

/** A member of a code list. `parent` is the code of a member on the level above. */
export const Member = z.strictObject({
  code: MemberCode,
  name: LocalisedText,
  level: Identifier,
  parent: z.optional(MemberCode),
});
export type Member = z.infer<typeof Member>;

/** A code list is named and kept beside the definitions, or made from a calendar. */
export const MemberSource = z.union([
  z.strictObject({ codeList: Identifier }),
  z.strictObject({ calendar: z.strictObject({ from: IsoDate, to: IsoDate }) }),
]);

/**
 * Where a dimension's values are read.
 *
 * - `table: 'population'`: an attribute of the person in the year of the event, one row per person and year;
 * - `table: 'facts'`: an attribute of the event itself;
 * - `multiple`: the column is a bit mask, bit i set when leaf member i holds. A person may have several.
 *
 * Columns hold the index of the leaf member in the order of the code list.
 */
export const DimensionSource = z.strictObject({
  table: z.enum(['population', 'facts']),
  column: RegisterName,
  multiple: z.optional(z.boolean()),
});
export type DimensionSource = z.infer<typeof DimensionSource>;

/**
 * Another way to put the members of a level together. A member may be in one group or in none. A number of a
 * group is the sum of its members' numbers, where the measure adds up, and hidden where one of them is; members that
 * are all the children of another count as that one.
 */
export const Grouping = z.strictObject({
  id: Identifier,
  name: LocalisedText,
  description: z.optional(LocalisedText),
  level: Identifier,
  groups: z
    .array(
      z.strictObject({
        code: MemberCode,
        name: LocalisedText,
        members: z.array(MemberCode).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});
export type Grouping = z.infer<typeof Grouping>;

/** Something to know of some members. `flag` marks their numbers. */
export const MemberRemark = z.strictObject({
  members: z.array(MemberCode).check(z.minLength(1)),
  flag: z.optional(z.enum(['break', 'provisional'])),
  text: LocalisedText,
});
export type MemberRemark = z.infer<typeof MemberRemark>;

export const DimensionDefinition = z.strictObject({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  group: LocalisedText,
  kind: DimensionKind,
  /** From the coarsest to the finest. */
  levels: z.array(Level).check(z.minLength(1), z.maxLength(6)),
  members: MemberSource,
  /** Words for all members taken together; null where all together means nothing, as for time. */
  total: z.nullable(LocalisedText),
  source: DimensionSource,
  groupings: z.optional(z.array(Grouping)),
  remarks: z.optional(z.array(MemberRemark)),
  synonyms: z.optional(z.array(z.string())),
  caveats: z.optional(z.array(LocalisedText)),
});
export type DimensionDefinition = z.infer<typeof DimensionDefinition>;

const measureCommon = {
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  unit: LocalisedText,
};

/**
 * - `persons`: distinct persons with at least one event;
 * - `events`: number of events;
 * - `sum`: sum of a column over events;
 * - `rate`: numerator per `per` citizens of the same residence, age, sex and year. The population is public.
 *
 * `additiveOver` names the dimensions over which the parts add up to the whole.
 */
export const MeasureDefinition = z.discriminatedUnion('kind', [
  z.strictObject({ ...measureCommon, kind: z.literal('persons'), additiveOver: z.array(Identifier) }),
  z.strictObject({ ...measureCommon, kind: z.literal('events'), additiveOver: z.array(Identifier) }),
  z.strictObject({
    ...measureCommon,
    kind: z.literal('sum'),
    column: RegisterName,
    additiveOver: z.array(Identifier),
  }),
  z.strictObject({
    ...measureCommon,
    kind: z.literal('rate'),
    numerator: Identifier,
    per: z.union([z.literal(100), z.literal(1000), z.literal(100000)]),
    decimals: z.int().check(z.minimum(0), z.maximum(3)),
    /** A rate of fewer than this is marked as unreliable. Default never. */
    unreliableBelow: z.optional(z.int().check(z.minimum(1))),
  }),
]);
export type MeasureDefinition = z.infer<typeof MeasureDefinition>;

/** A cube as its owner writes it: data, no code. */
export const CubeDefinition = z.strictObject({
  id: Identifier,
  name: LocalisedText,
  description: LocalisedText,
  /** Tables of the registers: events, and the persons of each year. */
  facts: RegisterName,
  /**
   * The cube whose events these are a part of: those of one member of one of its dimensions, which this cube
   * does not have. Both show the same cells there and are protected as one.
   */
  partOf: z.optional(z.strictObject({ cube: Identifier, dimension: Identifier, member: MemberCode })),
  population: z.strictObject({
    table: RegisterName,
    /** Dimensions for which population figures are public: the denominator of rates. */
    public: z.array(Identifier),
  }),
  dimensions: z.array(DimensionDefinition).check(z.minLength(1), z.maxLength(16)),
  measures: z.array(MeasureDefinition).check(z.minLength(1), z.maxLength(32)),
  policy: Policy,
  release: z.strictObject({ cuboids: z.array(CuboidDefinition).check(z.minLength(1), z.maxLength(64)) }),
  /** Analyses to begin with. Each must be one that the release answers. */
  examples: z.optional(z.array(z.extend(ExampleAnalysis, { query: Query })).check(z.maxLength(12))),
  /** Roles that may ask. Nobody else may. */
  access: z.array(z.string()).check(z.minLength(1)),
  declaration: Declaration,
});
export type CubeDefinition = z.infer<typeof CubeDefinition>;
