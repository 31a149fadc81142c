import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { Refusal } from '../problem/refusal.ts';
import { identify, NO_SIGN_IN } from './identity.ts';
import { createStandIn } from './stand-in.ts';
import { STAND_IN_USERS } from './stand-in-users.ts';
import { ANONYMOUS } from './user.ts';

const secret = new Uint8Array(32).fill(1);
const now = Date.UTC(2026, 0, 1);
const at = (seconds: number) => () => new Date(now + seconds * 1000);
const standIn = createStandIn({ secret, clock: at(0) });
const user = STAND_IN_USERS[0]!;

function forged(
  change: (jwt: SignJWT) => SignJWT,
  key: Uint8Array = secret,
  header: object = {},
): Promise<string> {
  const jwt = new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
    .setIssuer('datakube-sandbox')
    .setAudience('datakube')
    .setSubject(user.id)
    .setIssuedAt(now / 1000)
    .setExpirationTime(now / 1000 + 300);
  return change(jwt).sign(key);
}

describe('createStandIn', () => {
  it('gives a token that stands for the user until it expires', async () => {
    const { token, expiresAt } = (await standIn.signIn!(user.id))!;
    assert.equal(expiresAt, '2026-01-01T00:05:00.000Z');
    assert.deepEqual(await standIn.verify(token), user);
    assert.deepEqual(await createStandIn({ secret, clock: at(299) }).verify(token), user);
    assert.equal(await createStandIn({ secret, clock: at(300) }).verify(token), undefined);
  });

  it('knows no other users', async () => {
    assert.equal(await standIn.signIn!('administrator'), undefined);
  });

  it('accepts no token that is not its own', async () => {
    assert.deepEqual(await standIn.verify(await forged((jwt) => jwt)), user);
    const none = [
      forged((jwt) => jwt, new Uint8Array(32).fill(2)),
      forged((jwt) => jwt, secret, { typ: 'JWT' }),
      forged((jwt) => jwt, new Uint8Array(64).fill(1), { alg: 'HS512' }),
      forged((jwt) => jwt.setIssuer('somebody')),
      forged((jwt) => jwt.setAudience('elsewhere')),
      forged((jwt) => jwt.setSubject('administrator')),
      forged((jwt) => jwt.setExpirationTime(now / 1000 - 1)),
      forged((jwt) => jwt.setNotBefore(now / 1000 + 60)),
    ];
    for (const token of await Promise.all(none)) assert.equal(await standIn.verify(token), undefined);
    const [, payload] = (await forged((jwt) => jwt)).split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const token of [`${unsigned}.${payload}.`, `${unsigned}.${payload}.x`, 'x', 'a.b.c', '']) {
      assert.equal(await standIn.verify(token), undefined);
    }
  });

  it('refuses a short secret', () => {
    assert.throws(() => createStandIn({ secret: new Uint8Array(31), clock: at(0) }), RangeError);
  });
});

describe('identify', () => {
  const refused = (error: unknown): boolean =>
    error instanceof Refusal && error.code === 'ERR_UNAUTHENTICATED';

  it('takes somebody without a token for anonymous', async () => {
    assert.deepEqual(await identify(undefined, standIn), ANONYMOUS);
  });

  it('never takes a token that does not hold for anonymous', async () => {
    for (const header of ['', 'Bearer', 'Bearer ', 'Bearer x', 'Basic YTpi', 'bearer x y', 'null']) {
      await assert.rejects(identify(header, standIn), refused);
      await assert.rejects(identify(header, NO_SIGN_IN), refused);
    }
  });
});
