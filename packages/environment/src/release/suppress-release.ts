import {
  protect,
  type ProtectedRelease,
  type ProtectOptions,
  type RawRelease,
  TooSparseError,
} from '@datakube/disclosure';

export interface SuppressOptions extends ProtectOptions {
  /** True when the numbers are made up: nobody is behind them. */
  readonly synthetic: boolean;
}

/**
 * Protects a release with certificates. Made-up registers of few citizens are too sparse for cuboids meant for
 * a country, now and then in a single cell; as nobody is behind such numbers, the exact audit is enough for them,
 * and the report says so.
 *
 * @throws TooSparseError when real numbers are too sparse for the cuboids: they should be coarser
 * @throws ProtectionError when the release cannot be made safe
 */
export function suppressRelease(
  raw: RawRelease,
  { synthetic, ...options }: SuppressOptions,
): ProtectedRelease {
  try {
    return protect(raw, options);
  } catch (error) {
    if (!(error instanceof TooSparseError) || !synthetic) throw error;
    return protect(raw, { ...options, gate: 'exact' });
  }
}
