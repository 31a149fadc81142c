/**
 * What a reader must know of a number that is shown: the series is broken here, the number is provisional, or it
 * rests on so few that chance moves it much. In exports they are SDMX's B, P and U.
 */
export const FLAGS = ['break', 'provisional', 'unreliable'] as const;
export type Flag = (typeof FLAGS)[number];
