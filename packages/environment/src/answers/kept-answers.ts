import type { Format, Language, Query } from '@datakube/contract';
import type { EncodedAnswer } from '../encode/encode.ts';
import type { FoundCuboid } from '../outside/find-cuboid.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import { type ByteCache, createByteCache } from './byte-cache.ts';

/** Answers as they left, for who asks the same again: most of what is asked in a day is what everybody looks at. */
export type KeptAnswers = ByteCache<EncodedAnswer>;

/** All that the bytes of an answer depend on. */
export interface Asked {
  readonly query: Query;
  readonly format: Format;
  readonly language: Language;
  readonly manifest: ReleaseManifest;
  readonly found: FoundCuboid;
}

/** Formats that say nothing of the moment they were made at. */
const TIMELESS: ReadonlySet<Format> = new Set(['json', 'arrow']);

/**
 * @param limit bytes kept at most. Default 64 MB: some hundreds of the largest tables on a screen
 */
export function createKeptAnswers(limit = 1 << 26): KeptAnswers {
  return createByteCache(limit, ({ body, headers }) => body.length + 2 * JSON.stringify(headers).length);
}

/**
 * The name an answer is kept by; undefined for one that is not kept. A release never changes, so an answer from it stays
 * right for as long as it is kept. What is outside the release is made for those who may have it.
 */
export function answerName({ query, format, language, manifest, found }: Asked): string | undefined {
  if (found.way !== 'released' || !TIMELESS.has(format)) return undefined;
  return JSON.stringify([manifest.cube, manifest.id, query, format, language]);
}
