/** What a page around an element may be like. */
export interface Surroundings {
  readonly language: 'da' | 'en';
  readonly theme: 'light' | 'dark';
  readonly density: 'compact' | 'regular';
  readonly forcedColors: boolean;
}

/** As the stories are shown first. */
export const USUAL: Surroundings = {
  language: 'da',
  theme: 'light',
  density: 'compact',
  forcedColors: false,
};

/** Every other language, theme and density, and the colours of a reader's own. */
export const OTHERS: readonly Surroundings[] = (['da', 'en'] as const).flatMap((language) => [
  { ...USUAL, language, density: 'regular' as const },
  { ...USUAL, language, theme: 'dark' as const },
  { ...USUAL, language, forcedColors: true },
]);

/** What a story asks of the browser around it, by its tags. */
export function mediaOf(tags: readonly string[]): {
  readonly forcedColors: 'active' | 'none';
  readonly media: 'print' | 'screen';
} {
  return {
    forcedColors: tags.includes('forced-colors') ? 'active' : 'none',
    media: tags.includes('print') ? 'print' : 'screen',
  };
}
