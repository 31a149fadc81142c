import type { KeptAnswers } from './answers/kept-answers.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { EncodeBody } from './encode/encode.ts';
import type { CubeModel } from './cubes/cube-model.ts';
import type { Identity } from './identity/identity.ts';
import type { OutsideRelease } from './outside/outside-release.ts';
import type { PlanLimits } from './plan/plan.ts';
import type { ReleaseStore } from './release/release-store.ts';

export type Profile = 'sandbox' | 'production';

export interface Limits extends PlanLimits {
  /** Bytes of a request body that are read. */
  readonly body: number;
}

export const DEFAULT_LIMITS: Limits = { cells: 400_000, body: 1 << 20 };

/** What the routes work with. */
export interface Services {
  readonly cubes: readonly CubeModel[];
  readonly releases: ReleaseStore;
  /** Answers combinations outside the release. Without it all are refused, whatever a policy says. */
  readonly outside: OutsideRelease | undefined;
  readonly audit: AuditLog;
  /** Answers kept for who asks the same again. */
  readonly answers: KeptAnswers;
  /** Makes the bodies of answers. Default here and now, whatever the format takes. */
  readonly encodeBody: EncodeBody;
  readonly identity: Identity;
  readonly profile: Profile;
  readonly limits: Limits;
  readonly clock: () => Date;
  /** Version of the environment. */
  readonly version: string;
  /** False while starting and while ending. */
  readonly isReady: () => boolean;
}
