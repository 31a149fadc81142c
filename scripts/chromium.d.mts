/** Path of an executable Chromium; installs one where none is found. */
export function chromium(): Promise<string>;

/** What every start of a Chromium needs on its command line. */
export const chromiumArguments: string[];
