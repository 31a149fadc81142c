/** Pictures of a chart. */
export const PICTURES = ['png', 'svg'] as const;

export type Picture = (typeof PICTURES)[number];

/** A chart that saves itself as a picture. */
interface Pictured extends Element {
  savePicture(picture: Picture): Promise<unknown>;
}

/** True for a chart that is shown and can be saved. */
export function isPictured(chart: Element | null): chart is Pictured {
  return chart !== null && 'savePicture' in chart;
}
