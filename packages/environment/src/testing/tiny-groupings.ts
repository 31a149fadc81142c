import type { CubeDefinition, Grouping, LocalisedText } from '@datakube/contract';

const text = (words: string): LocalisedText => ({ da: words, en: words });

function grouping(id: string, level: string, groups: Readonly<Record<string, readonly string[]>>): Grouping {
  return {
    id,
    name: text(id),
    level,
    groups: Object.entries(groups).map(([code, members]) => ({
      code,
      name: text(code),
      members: [...members],
    })),
  };
}

/** By dimension: across the regions, the whole of one, with a member in no group, and over what does not add up. */
const GROUPINGS: Readonly<Record<string, readonly Grouping[]>> = {
  place: [
    grouping('shore', 'town', { coast: ['Aa', 'Do'], inland: ['Bo', 'Ca', 'Ek'] }),
    grouping('island', 'town', { upper: ['Aa', 'Bo'], lower: ['Ca', 'Do'] }),
  ],
  age: [grouping('life', 'narrow', { minor: ['0'], grown: ['30', '60', '80'] })],
  sector: [grouping('visited', 'sector', { mixed: ['gp', 'ward'], private: ['specialist'] })],
};

/** The tiny cube with groupings. */
export function withGroupings(definition: CubeDefinition): CubeDefinition {
  const dimensions = definition.dimensions.map((dimension) => {
    const groupings = GROUPINGS[dimension.id];
    return groupings ? { ...dimension, groupings: [...groupings] } : dimension;
  });
  return { ...definition, dimensions };
}
