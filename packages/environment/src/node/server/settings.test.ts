import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings, SettingsError } from './settings.ts';

const secret = 'f3Q-9rT_x2Lk7VbN0pZs5WmD8yHcJ4Ga';

function faults(variables: Record<string, string>): string {
  try {
    readSettings(variables, '/srv');
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw assert.fail('these settings were accepted');
}

describe('readSettings', () => {
  it('has defaults for the sandbox', () => {
    assert.deepEqual(readSettings({ PORT: '' }, '/srv'), {
      port: 8080,
      data: '/srv/.datakube',
      citizens: 600_000,
      profile: 'sandbox',
      signIn: 'stand-in',
      secret: undefined,
      origins: 'any',
    });
  });

  it('names every setting that is wrong', () => {
    const text = faults({
      PORT: '80a',
      DATAKUBE_CITIZENS: '12',
      DATAKUBE_PROFILE: 'test',
      DATAKUBE_ENGINE: 'duckdb',
    });
    assert.match(text, /PORT: a whole number/);
    assert.match(text, /DATAKUBE_CITIZENS: a whole number from 1000/);
    assert.match(text, /DATAKUBE_PROFILE: sandbox or production/);
    assert.doesNotMatch(text, /DATAKUBE_ENGINE/);
  });

  it('refuses an engine or a state store that is not there yet', () => {
    assert.match(faults({ DATAKUBE_ENGINE: 'clickhouse://db' }), /DATAKUBE_ENGINE: only duckdb/);
    assert.match(faults({ DATAKUBE_STATE: 'postgres://db' }), /DATAKUBE_STATE: only sqlite/);
  });

  it('starts production with a secret of its own and without the stand-in alone', () => {
    const production = { DATAKUBE_PROFILE: 'production' };
    assert.match(faults(production), /DATAKUBE_SECRET/);
    assert.match(faults({ ...production, DATAKUBE_SECRET: 'a'.repeat(40) }), /DATAKUBE_SECRET/);
    assert.match(
      faults({ ...production, DATAKUBE_SECRET: secret, DATAKUBE_SIGN_IN: 'stand-in' }),
      /DATAKUBE_SIGN_IN/,
    );
    const settings = readSettings({ ...production, DATAKUBE_SECRET: secret }, '/srv');
    assert.equal(settings.signIn, 'none');
    assert.deepEqual(settings.origins, []);
  });

  it('never repeats a secret', () => {
    assert.doesNotMatch(faults({ DATAKUBE_SECRET: 'too-short-a-secret' }), /too-short/);
  });

  it('takes origins and nothing else', () => {
    const list = 'https://portal.example, https://other.example:8443';
    assert.deepEqual(readSettings({ DATAKUBE_ORIGINS: list }, '/srv').origins, list.split(', '));
    for (const wrong of ['portal.example', 'https://portal.example/', '*', 'null', 'https://a b']) {
      assert.match(faults({ DATAKUBE_ORIGINS: wrong }), /DATAKUBE_ORIGINS/);
    }
  });
});
