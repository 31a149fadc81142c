/** What became of a family of attacks. */
export type Standing =
  /** Runs, and must recover nothing. */
  | 'attacked'
  /** Runs as well, and is known to recover something: see the threats that are not promised against. */
  | 'awaits ranges'
  /** There is nothing to attack: the environment does not offer it. */
  | 'not offered'
  /** There will be something to attack once it is built. */
  | 'not yet'
  /** Works, and nobody promised that it would not. */
  | 'not promised';

export interface Family {
  readonly number: number;
  readonly name: string;
  readonly standing: Standing;
  /** How it is attacked, or why not. */
  readonly how: string;
}

const of = (number: number, standing: Standing, name: string, how: string): Family => ({
  number,
  name,
  standing,
  how,
});

/** 45 families of attacks on published tables, those on what only this environment derives, and what is made of each. */
export const FAMILIES: readonly Family[] = [
  of(1, 'attacked', 'Row subtraction', 'every sum of every cuboid, subtracted until nothing new turns up'),
  of(2, 'attacked', 'Rows, then columns', 'the same, to a fixed point'),
  of(3, 'attacked', 'Hierarchy', 'the same: all levels are sums'),
  of(
    4,
    'attacked',
    'Combinations no single row shows',
    'elimination over a prime field, both cubes together',
  ),
  of(
    5,
    'awaits ranges',
    'Hidden cells are at least 1',
    'bounds narrowed sum by sum, and the ends of each range tried',
  ),
  of(6, 'awaits ranges', 'Hidden cells are at least 0', 'the same where zeros are hidden like small counts'),
  of(7, 'awaits ranges', 'The rule as a bound', 'the same with 1–4 for cells that family 8 recognised'),
  of(
    8,
    'attacked',
    'Marks of small counts',
    'everything there is of a hidden cell in every format and on the page must be alike',
  ),
  of(
    9,
    'awaits ranges',
    'Somebody who is in the table',
    'each planted person who is alone in a cell attacks the others',
  ),
  of(
    10,
    'attacked',
    'All but one, by a filter',
    'every hidden cell, in each dimension over which persons add up',
  ),
  of(11, 'attacked', 'Complement of a filter', 'the same question: there is no NOT, all others are named'),
  of(12, 'attacked', 'Bands that are off by one', 'random unions of ages, as equations'),
  of(
    13,
    'not offered',
    'Overlapping geographies',
    'a dimension is one tree; two dimensions over one column are the owner’s own fault, see below',
  ),
  of(14, 'attacked', 'Tracker', 'random unions over several dimensions, as equations of one system'),
  of(15, 'attacked', 'Combination of three questions', 'the same'),
  of(16, 'not yet', 'A cohort and the same less one person', 'there are no cohorts'),
  of(17, 'attacked', 'Several users', 'what an anonymous and a signed-in user see is put together'),
  of(
    18,
    'not yet',
    'Saved models after a refresh',
    'there are no saved models; a link holds a question and no numbers',
  ),
  of(
    19,
    'attacked',
    'Periods and moving windows',
    'random runs of months for visits, as equations with quarters and years',
  ),
  of(
    20,
    'not yet',
    'One release after another',
    'published years stay; the tests of environment compare releases after random late visits',
  ),
  of(21, 'attacked', 'Percentages', 'a share asked for beside each hidden number'),
  of(22, 'attacked', 'Rates over public figures', 'the same'),
  of(23, 'not offered', 'Standardised rates', 'there are none'),
  of(
    24,
    'attacked',
    'Sum and mean',
    'visits and days asked for beside each hidden number; there are no means',
  ),
  of(25, 'not offered', 'Percentiles, least and greatest', 'there are none'),
  of(26, 'attacked', 'Order', 'rows against the code list; sorted tables on the page for pairs of releases'),
  of(
    27,
    'attacked',
    'Axes, bars, colours, tips',
    'equal documents and drawings for pairs of releases that differ in hidden cells',
  ),
  of(
    28,
    'attacked',
    'Exports and the clipboard',
    'every format cell by cell; the copied table for pairs of releases',
  ),
  of(
    29,
    'attacked',
    'Totals over what is shown',
    'unions are equations; a total that is wrong would contradict them',
  ),
  of(
    30,
    'attacked',
    'Numbers of rows',
    'rows against the code list, and each hidden cell alone: headers, shape',
  ),
  of(31, 'attacked', 'Empty against hidden', 'the same'),
  of(
    32,
    'attacked',
    'Errors, tags, lengths',
    'the same, and refusals; times are not measured, as no answer takes longer for what it hides',
  ),
  of(33, 'attacked', 'Counts in lists', 'lists of members have codes, names and parents alone'),
  of(
    34,
    'awaits ranges',
    'Bounds of distinct persons',
    'no part has more persons than the whole, all parts have at least as many',
  ),
  of(35, 'attacked', 'Nested codes', 'differences and overlaps of what is published'),
  of(36, 'awaits ranges', 'Visits bound persons', 'one system of both, visits at least persons'),
  of(37, 'not yet', 'Averaging over noise', 'the cubes of the arena hide and perturb nothing'),
  of(38, 'not yet', 'Noise of neighbours', 'the cubes of the arena hide and perturb nothing'),
  of(39, 'not yet', 'Joint rounding', 'the cubes of the arena hide and round nothing'),
  of(40, 'attacked', 'Refusals as oracle', 'what is refused depends on names alone, and so do its words'),
  of(
    41,
    'not promised',
    'Everybody in one category',
    'a row with one category shows what all its persons have in common',
  ),
  of(42, 'not yet', 'Dominance', 'sums are hidden by persons; a policy can ask for more, these cubes do not'),
  of(43, 'attacked', 'Other names of a cell', 'a member twice, all its children, a child with its parent'),
  of(
    44,
    'attacked',
    'A second cube of the same persons',
    'both cubes are one body of knowledge in every attack on sums',
  ),
  of(45, 'attacked', 'Other doors', 'old versions, drafts, plans, files: none answers'),
  of(
    46,
    'attacked',
    'Shares, changes and indices',
    'every derived number calculated back to what it is made from, shown or not',
  ),
  of(
    47,
    'attacked',
    'The greatest and the rest',
    'the greatest of every table, one more at a time: their order, and what is left over as equations',
  ),
  of(
    48,
    'attacked',
    'Other groupings',
    'groups across the levels in rows and filters, beside members and one another, as equations',
  ),
];
