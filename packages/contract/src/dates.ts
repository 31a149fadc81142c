import { ZodMiniISODate, ZodMiniISODateTime } from 'zod/mini';
import { _isoDate, _isoDateTime } from 'zod/v4/core';

// What `z.iso.date()` makes. The namespace `z.iso` would take times and durations with it into every bundle.

/** A day: `2025-12-31`. */
export const IsoDate = _isoDate(ZodMiniISODate);

/** A point in time, in UTC: `2026-01-31T12:00:00Z`. */
export const IsoDateTime = _isoDateTime(ZodMiniISODateTime);
