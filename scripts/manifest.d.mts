/** Where it is written what the elements are. */
export const manifestFile: string;

/** Reads the elements and writes what they are, where one has changed since. */
export function writeManifestIfStale(): Promise<void>;
