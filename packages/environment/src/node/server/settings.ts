import { resolve } from 'node:path';
import * as z from 'zod/mini';

const wholeNumber = (least: number, most: number) => {
  const range = `a whole number from ${least} to ${most}`;
  const digits = z.string().check(z.regex(/^\d{1,9}$/, range));
  const inRange = z.int().check(z.minimum(least, range), z.maximum(most, range));
  return z.pipe(z.pipe(digits, z.transform(Number)), inRange);
};

const Variables = z.object({
  PORT: z._default(wholeNumber(0, 65_535), 8080),
  DATAKUBE_DATA: z._default(z.string(), '.datakube'),
  DATAKUBE_CITIZENS: z._default(wholeNumber(1_000, 6_500_000), 600_000),
  DATAKUBE_ENGINE: z._default(z.literal('duckdb', 'only duckdb is there yet; ClickHouse is not'), 'duckdb'),
  DATAKUBE_STATE: z._default(z.literal('sqlite', 'only sqlite is there yet; PostgreSQL is not'), 'sqlite'),
  DATAKUBE_PROFILE: z._default(z.enum(['sandbox', 'production'], 'sandbox or production'), 'sandbox'),
  DATAKUBE_SIGN_IN: z.optional(z.enum(['stand-in', 'none'], 'stand-in or none')),
  DATAKUBE_SECRET: z.optional(z.string().check(z.minLength(32, 'at least 32 characters'))),
  DATAKUBE_ORIGINS: z.optional(z.string()),
});

export interface Settings {
  readonly port: number;
  /** Folder of registers, releases and the audit log. */
  readonly data: string;
  readonly citizens: number;
  readonly profile: 'sandbox' | 'production';
  readonly signIn: 'stand-in' | 'none';
  /** Signs the stand-in's tokens. Without one, the sandbox makes a new one at each start. */
  readonly secret: string | undefined;
  /** Origins whose pages may ask. */
  readonly origins: 'any' | readonly string[];
}

/** Says which settings are wrong and what they should be; never what they were, for one is a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(faults: readonly string[]) {
    super(`These settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * The settings of the environment, from environment variables. All have defaults in the sandbox.
 *
 * @param variables as `process.env`
 * @param folder that `DATAKUBE_DATA` is relative to
 * @throws SettingsError with every setting that is wrong
 */
export function readSettings(
  variables: Readonly<Record<string, string | undefined>>,
  folder: string,
): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, text]) => text !== undefined && text !== ''),
  );
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { PORT, DATAKUBE_DATA, DATAKUBE_CITIZENS, DATAKUBE_PROFILE: profile, ...rest } = parsed.data;
  const signIn = rest.DATAKUBE_SIGN_IN ?? (profile === 'sandbox' ? 'stand-in' : 'none');
  const secret = rest.DATAKUBE_SECRET;
  const faults = profile === 'production' ? productionFaults(signIn, secret) : [];
  const origins = readOrigins(rest.DATAKUBE_ORIGINS, profile, faults);
  if (faults.length > 0) throw new SettingsError(faults);
  return {
    port: PORT,
    data: resolve(folder, DATAKUBE_DATA),
    citizens: DATAKUBE_CITIZENS,
    profile,
    signIn,
    secret,
    origins,
  };
}

function productionFaults(signIn: Settings['signIn'], secret: string | undefined): string[] {
  const faults: string[] = [];
  if (signIn === 'stand-in')
    faults.push('DATAKUBE_SIGN_IN: the stand-in lets anybody in and is for the sandbox alone');
  if (secret === undefined) faults.push('DATAKUBE_SECRET: production needs one of its own');
  else if (new Set(secret).size < 12)
    faults.push('DATAKUBE_SECRET: too few different characters to be a secret');
  return faults;
}

function readOrigins(
  list: string | undefined,
  profile: Settings['profile'],
  faults: string[],
): Settings['origins'] {
  const origins = (list ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (origins.length === 0) return profile === 'sandbox' ? 'any' : [];
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      faults.push('DATAKUBE_ORIGINS: origins as https://portal.example, with commas between');
      break;
    }
  }
  return origins;
}
