/** Pictures of a chart. */
export const PICTURES = ['png', 'svg'] as const;

export type Picture = (typeof PICTURES)[number];
