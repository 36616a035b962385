// The forged-token matrix: one token per role, each wrong in exactly one way.
import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT } from 'jose';
import type { TokenRole } from '../../model.ts';
import { type PublicKey, pemOf, publicKeysOf, type SigningKey, signingKeyOf } from './keys.ts';
import { wrongClaimsOf } from './wrong-claims.ts';

export type MadeToken = { readonly token?: string } | { readonly missing: string; readonly doesNotApply?: true };

export interface TokenMaterial {
  readonly token?: string;
  readonly signingKey?: string;
  /** A key set, already read. */
  readonly jwks?: unknown;
  readonly audience?: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly second?: { readonly token?: string; readonly subject?: string };
  /** Where a key set of our own is served, for a `jku` that points away from the target. */
  readonly jku?: string;
}
export interface TokenKit {
  make(role: TokenRole): MadeToken;
  /** A valid token of whoever is named, where the signing key is known. */
  issue(subject: string): Promise<MadeToken>;
  /** `sub` of the valid token. */
  readonly subject: string;
  /** `sub` of the second one; empty where it is not known. */
  readonly secondSubject: string;
  /** The attacker's public keys: what the `jku` of a forged token answers. */
  readonly ownKeys: unknown;
}
type Header = { readonly alg: string; readonly [name: string]: unknown };

interface Forge {
  readonly header: Header;
  readonly claims: JWTPayload;
  readonly valid: MadeToken;
  readonly signing: SigningKey | undefined;
  readonly publicKeys: readonly PublicKey[];
  /** The claims are those of a token that was given. */
  readonly given: boolean;
  /** False where claims and algorithm had to be made up. */
  readonly modelled: boolean;
}

/** Makes all the tokens the material allows; throws a one-line Error where a key or token given can't be read. */
export async function tokenKit(material: TokenMaterial): Promise<TokenKit> {
  const forge = await forgeOf(material);
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ownJwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'launchgate', alg: 'RS256', use: 'sig' };
  const ownKey: SigningKey = { key: own.privateKey, algorithm: 'RS256', shared: false };
  const jku = material.jku ?? 'https://stranger.invalid/jwks.json';
  const ready = new Map<TokenRole, MadeToken>([
    ['none', {}],
    ['garbage', { token: `garbage.${randomBytes(12).toString('base64url')}.garbage` }],
    ['valid', forge.valid],
    ['second', await secondToken(forge, material.second)],
    ...['none', 'nOnE', 'NONE', 'None'].map((alg, at) => [noneRoles[at] ?? 'alg-none', unsigned(alg, forge.claims)] as const),
    ['signature-stripped', altered(forge, (header, payload) => `${header}.${payload}.`)],
    ['payload-tampered', altered(forge, tampered)],
    ['wrong-key', { token: await wrongKey(forge) }],
    ['key-confusion', confused(forge)],
    ['kid-injected', { token: hmac({ ...hs256, kid: '../../../../../../../../dev/null' }, forge.claims, '') }],
    ['kid-sql-injected', { token: hmac({ ...hs256, kid: "x' UNION SELECT 'launchgate' -- " }, forge.claims, 'launchgate') }],
    ['jku-injected', { token: await signed(forge.claims, { alg: 'RS256', kid: 'launchgate', jku }, ownKey.key) }],
    ['jwk-embedded', { token: await signed(forge.claims, { alg: 'RS256', jwk: ownJwk }, ownKey.key) }],
    ...(await wrongClaims(forge)),
  ]);
  return {
    make: (role) => ready.get(role) ?? { missing: `no token of the kind ${role} can be made` },
    issue: (subject) => secondToken(forge, { subject }),
    // Not every issuer keeps to the standard, by which it is text.
    subject: typeof forge.claims.sub === 'string' ? forge.claims.sub : (material.subject ?? ''),
    secondSubject: material.second?.subject ?? (material.second?.token === undefined ? otherSubject : ''),
    ownKeys: { keys: [ownJwk] },
  };
}

// The same in every run, so that two runs name the same URLs.
const madeUpSubject = '7f0c4c1e-3d2a-4f6b-9c58-1a2b3c4d5e6f';
const otherSubject = '2b6d0cc4-90ae-4d0e-8f5b-6a7b8c9d0e1f';
const noneRoles = ['alg-none', 'alg-none-case', 'alg-none-upper', 'alg-none-title'] as const;
const hs256: Header = { alg: 'HS256', typ: 'JWT' };

async function forgeOf(material: TokenMaterial): Promise<Forge> {
  const signing = signingKeyOf(material.signingKey);
  const given = material.token === undefined || material.token === '' ? undefined : readToken(material.token);
  const now = Math.floor(Date.now() / 1000);
  const fresh = { iat: now - 5, exp: now + 3600 };
  const madeUp: JWTPayload = {
    sub: material.subject ?? madeUpSubject,
    aud: material.audience ?? 'authenticated',
    ...(material.issuer === undefined ? {} : { iss: material.issuer }),
    role: 'authenticated',
  };
  const claims = { ...(given?.claims ?? madeUp), ...fresh };
  const keys = publicKeysOf(material.jwks);
  const kid = given?.header.kid ?? keys.find((each) => each.kid !== undefined)?.kid;
  const header: Header = given?.header ?? { alg: signing?.algorithm ?? 'HS256', typ: 'JWT', ...(kid === undefined ? {} : { kid }) };
  const own = signing === undefined || signing.shared ? [] : [{ pem: pemOf(signing.key), kid: undefined }];
  const modelled = given !== undefined || signing !== undefined;
  const forge = { header, claims, signing, publicKeys: [...own, ...keys], given: given !== undefined, modelled };
  return { ...forge, valid: await validToken(forge, material.token, given?.claims.exp, now) };
}

/** Undefined for an opaque token, which only its issuer can read. */
function readToken(token: string): { header: Header; claims: JWTPayload } | undefined {
  try {
    const { alg, ...rest } = decodeProtectedHeader(token);
    return { header: { ...rest, alg: alg ?? 'HS256' }, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

async function validToken(
  forge: Omit<Forge, 'valid'>,
  token: string | undefined,
  exp: number | undefined,
  now: number,
): Promise<MadeToken> {
  if (token !== undefined && token !== '' && (exp === undefined || exp > now + 10)) return { token };
  if (forge.signing !== undefined) return { token: await signed(forge.claims, headerFor(forge, forge.signing), forge.signing.key) };
  return { missing: token === undefined || token === '' ? 'no valid token or signing key was given' : 'the token given has expired' };
}

async function secondToken(forge: Forge, second: TokenMaterial['second']): Promise<MadeToken> {
  if (second?.token !== undefined && second.token !== '') return { token: second.token };
  const { signing } = forge;
  if (signing === undefined) return { missing: 'a second identity or the signing key is needed to be somebody else' };
  return { token: await signed({ ...forge.claims, sub: second?.subject ?? otherSubject }, headerFor(forge, signing), signing.key) };
}

const headerFor = (forge: Pick<Forge, 'header'>, signing: SigningKey): Header => ({ ...forge.header, alg: signing.algorithm });
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (alg: string, claims: JWTPayload): MadeToken => ({ token: `${encoded({ alg, typ: 'JWT' })}.${encoded(claims)}.` });

async function signed(claims: JWTPayload, header: Header, key: KeyObject): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}

// By hand, because an honest library refuses the keys an attacker uses.
function hmac(header: Header, claims: JWTPayload, key: string): string {
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

function altered(forge: Forge, change: (header: string, payload: string, signature: string) => string): MadeToken {
  const token = 'token' in forge.valid ? forge.valid.token : undefined;
  if (token === undefined) return { missing: 'a valid token or the signing key is needed to alter one' };
  if (readToken(token) === undefined) return { missing: 'the token given is no JSON Web Token, so no part of it can be changed' };
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { token: change(header, payload, signature) };
}

function tampered(header: string, payload: string, signature: string): string {
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return `${header}.${encoded({ ...Object(claims), sub: randomUUID() })}.${signature}`;
}

async function wrongKey(forge: Forge): Promise<string> {
  const { alg } = forge.header;
  if (alg.startsWith('HS')) return signed(forge.claims, forge.header, createSecretKey(randomBytes(64)));
  return signed(forge.claims, forge.header, otherKey(alg));
}

function otherKey(alg: string): KeyObject {
  if (/^[RP]S/.test(alg)) return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  if (alg === 'EdDSA' || alg === 'Ed25519') return generateKeyPairSync('ed25519').privateKey;
  const namedCurve = alg === 'ES384' ? 'P-384' : alg === 'ES512' ? 'P-521' : 'P-256';
  return generateKeyPairSync('ec', { namedCurve }).privateKey;
}

function confused(forge: Forge): MadeToken {
  const key = forge.publicKeys.find(({ kid }) => kid === forge.header.kid) ?? forge.publicKeys[0];
  if (key !== undefined) return { token: hmac({ ...forge.header, alg: 'HS256' }, forge.claims, key.pem) };
  if (forge.modelled && forge.header.alg.startsWith('HS')) {
    return { missing: 'tokens are signed with a shared secret: there is no public key to confuse it with', doesNotApply: true };
  }
  return { missing: 'the public key (a JWKS) is needed to try it as a shared secret' };
}

async function wrongClaims(forge: Forge): Promise<readonly (readonly [TokenRole, MadeToken])[]> {
  const { signing, claims, given } = forge;
  return Promise.all(
    wrongClaimsOf(claims, given).map(async (wrong): Promise<readonly [TokenRole, MadeToken]> => {
      if (signing === undefined) return [wrong.role, { missing: 'the signing key is needed to sign it' }];
      if ('missing' in wrong) return [wrong.role, wrong];
      return [wrong.role, { token: await signed({ ...claims, ...wrong.change }, headerFor(forge, signing), signing.key) }];
    }),
  );
}
