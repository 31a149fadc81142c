/** How the numbers of a measure are made to be seen: as shades of a colour, or as bars in their cells. */
export type Shading = 'heat' | 'bars';
