import type { Hono } from 'hono';
import { type AppOptions, createApp } from '../app.ts';
import { createMemoryAuditLog } from '../audit/memory-audit-log.ts';
import { createStandIn } from '../identity/stand-in.ts';
import type { RouteEnvironment } from '../routes/route-environment.ts';
import { tinyRelease } from './tiny-release.ts';

const release = await tinyRelease();

/** An app over the tiny cube, without a port. */
export function tinyApp(changes: Partial<AppOptions> = {}): Hono<RouteEnvironment> {
  const clock = changes.clock ?? (() => new Date('2026-01-02T12:00:00Z'));
  return createApp({
    cubes: [release.cube],
    releases: release.releases,
    audit: createMemoryAuditLog(),
    identity: createStandIn({ secret: new Uint8Array(32).fill(9), clock }),
    profile: 'sandbox',
    clock,
    ...changes,
  });
}

export const tiny = release;
