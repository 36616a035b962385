// What is known of token libraries: which calls verify, sign or merely read a token, and where their key and algorithms stand.
import type { Assignment, Call, SymbolPattern, Unit } from '../../model.ts';

/** Where a call takes something: by position, or by the name of an argument or option. */
export interface Where {
  readonly position?: number;
  readonly names: readonly string[];
}
export interface Library {
  readonly name: string;
  readonly does: 'verify' | 'sign' | 'guard';
  readonly calls: readonly SymbolPattern[];
  /** Position of the token. */
  readonly token?: number;
  readonly key?: Where;
  readonly algorithms?: Where & {
    /** Without a list the library takes any, or what the token itself says. */
    readonly needed: boolean;
  };
  /** An empty key verifies what was signed with an empty key. */
  readonly emptyKeyWorks?: true;
  /** Only a call whose first argument names this strategy counts. */
  readonly strategy?: RegExp;
  /** Only a call that gives all of these options counts. */
  readonly only?: readonly string[];
}

const keyAt = (position: number, ...names: string[]): Where => ({ position, names });
const secret: Where = { names: ['secret', 'secretOrKey', 'secretOrPublicKey', 'key', 'publicKey'] };
const anyAlgorithms = { names: ['algorithms'], needed: false } as const;
const verify = { does: 'verify', token: 0 } as const;
const vetted = (name: string, ...calls: SymbolPattern[]): Library => ({ name, does: 'verify', token: 0, calls });
const guard = (name: string, ...calls: SymbolPattern[]): Library => ({ name, does: 'guard', calls });

const pyjwt = [
  'py:jwt.decode',
  'py:jwt.decode_complete',
  'py:jwt.PyJWT().decode',
  'py:jwt.PyJWT().decode_complete',
  'py:jwt.api_jwt.decode',
  'py:jwt.api_jwt.decode_complete',
];

const python: readonly Library[] = [
  {
    ...verify,
    name: 'PyJWT',
    calls: pyjwt,
    key: keyAt(1, 'key'),
    algorithms: { position: 2, names: ['algorithms'], needed: true },
    emptyKeyWorks: true,
  },
  {
    ...verify,
    name: 'python-jose',
    calls: ['py:jose.jwt.decode', 'py:jose.jws.verify'],
    key: keyAt(1, 'key'),
    algorithms: { position: 2, names: ['algorithms'], needed: true },
    emptyKeyWorks: true,
  },
  {
    ...verify,
    name: 'Authlib',
    calls: ['py:authlib.jose.jwt.decode', 'py:authlib.jose.JsonWebToken().decode'],
    key: keyAt(1, 'key'),
  },
  { ...verify, name: 'joserfc', calls: ['py:joserfc.jwt.decode'], key: keyAt(1, 'key'), algorithms: anyAlgorithms },
  { name: 'PyJWT', does: 'sign', calls: ['py:jwt.encode', 'py:jwt.PyJWT().encode'], key: keyAt(1, 'key') },
  { name: 'python-jose', does: 'sign', calls: ['py:jose.jwt.encode', 'py:jose.jws.sign'], key: keyAt(1, 'key') },
  { name: 'Authlib', does: 'sign', calls: ['py:authlib.jose.jwt.encode'], key: keyAt(2, 'key') },
  guard('Flask-JWT-Extended', 'py:flask_jwt_extended.jwt_required', 'py:flask_jwt_extended.verify_jwt_in_request'),
  guard('Flask-JWT-Extended', 'py:flask_jwt_extended.fresh_jwt_required', 'py:flask_jwt_extended.decode_token'),
  guard('fastapi-users', 'py:fastapi_users.FastAPIUsers().current_user', 'py:fastapi_users.FastAPIUsers().authenticator.current_user'),
  {
    name: 'fastapi-users',
    does: 'guard',
    calls: ['py:fastapi_users.authentication.JWTStrategy', 'py:fastapi_users.authentication.strategy.JWTStrategy'],
    key: keyAt(0, 'secret'),
  },
  vetted('firebase-admin', 'py:firebase_admin.auth.verify_id_token', 'py:firebase_admin.auth.verify_session_cookie'),
  vetted('google-auth', 'py:google.oauth2.id_token.verify_oauth2_token', 'py:google.oauth2.id_token.verify_firebase_token'),
  vetted('google-auth', 'py:google.oauth2.id_token.verify_token'),
  vetted('Supabase', '*.auth.get_user', '*.auth.get_claims', '*.auth.set_session'),
  guard('Simple JWT', 'py:rest_framework_simplejwt.authentication.JWTAuthentication'),
  guard('Clerk', 'py:clerk_backend_api.Clerk().authenticate_request', 'py:clerk_backend_api.security.authenticate_request'),
  guard('Clerk', 'py:clerk_backend_api.jwks_helpers.authenticate_request', 'py:fastapi_clerk_auth.ClerkHTTPBearer'),
  guard('Auth0', 'py:fastapi_auth0.Auth0', 'py:auth0_api_python.ApiClient().verify_access_token', '*.verify_access_token'),
  guard('Auth0', 'py:fastapi_plugin.fast_api_client.Auth0FastAPI', '*.require_auth'),
  guard('fastapi-azure-auth', 'py:fastapi_azure_auth.SingleTenantAzureAuthorizationCodeBearer'),
  guard('fastapi-jwt-auth', '*.jwt_required', '*.fresh_jwt_required'),
  { ...guard('jwcrypto', 'py:jwcrypto.jwt.JWT'), only: ['jwt', 'key'] },
  guard('jwcrypto', 'py:jwcrypto.jwt.JWT().deserialize', 'py:jwcrypto.jwt.JWT().validate', 'py:jwcrypto.jws.JWS().verify'),
];

const script: readonly Library[] = [
  {
    ...verify,
    name: 'jsonwebtoken',
    calls: ['npm:jsonwebtoken.verify', 'npm:jsonwebtoken-promisified.verifyAsync', 'npm:jsonwebtoken-esm.verify'],
    key: keyAt(1),
    algorithms: anyAlgorithms,
  },
  {
    ...verify,
    name: 'jose',
    calls: ['npm:jose.jwtVerify', 'npm:jose.compactVerify', 'npm:jose.jwtDecrypt'],
    key: keyAt(1),
    algorithms: anyAlgorithms,
  },
  {
    ...verify,
    name: '@nestjs/jwt',
    calls: ['npm:@nestjs/jwt.JwtService().verify', 'npm:@nestjs/jwt.JwtService().verifyAsync'],
    key: secret,
    algorithms: anyAlgorithms,
  },
  { ...verify, name: 'hono/jwt', calls: ['npm:hono/jwt.verify', 'npm:hono/jwt.verifyWithJwks'], key: keyAt(1) },
  { ...verify, name: 'jwt-simple', calls: ['npm:jwt-simple.decode'], key: keyAt(1), algorithms: { position: 3, names: [], needed: true } },
  { ...verify, name: 'jws', calls: ['npm:jws.verify'], key: keyAt(2) },
  { ...verify, name: 'njwt', calls: ['npm:njwt.verify', 'npm:njwt.createVerifier().verify'], key: keyAt(1) },
  { ...verify, name: 'fast-jwt', calls: ['npm:fast-jwt.createVerifier'], key: { names: ['key'] }, algorithms: anyAlgorithms },
  { ...verify, name: '@fastify/jwt', calls: ['*.jwt.verify', '*.jwtVerify', '*.accessVerify'], key: { names: ['key'] } },
  { ...verify, name: '@tsndr/cloudflare-worker-jwt', calls: ['npm:@tsndr/cloudflare-worker-jwt.verify'], key: keyAt(1) },
  { name: 'koa-jwt', does: 'guard', calls: ['npm:koa-jwt'], key: secret, algorithms: anyAlgorithms },
  {
    name: 'express-jwt',
    does: 'guard',
    calls: ['npm:express-jwt', 'npm:express-jwt.expressjwt', 'npm:express-jwt.expressJwt'],
    key: secret,
    algorithms: { names: ['algorithms'], needed: true },
  },
  {
    name: 'hono/jwt',
    does: 'guard',
    calls: ['npm:hono/jwt.jwt', 'npm:hono/jwk.jwk'],
    key: secret,
    algorithms: { names: ['alg'], needed: false },
  },
  { name: 'passport-jwt', does: 'guard', calls: ['npm:passport-jwt.Strategy'], key: secret, algorithms: anyAlgorithms },
  { ...guard('passport-jwt', '*.authenticate'), strategy: /jwt|bearer|token/i },
  { ...guard('@nestjs/passport', 'npm:@nestjs/passport.AuthGuard'), strategy: /jwt|bearer|token/i },
  { name: 'jsonwebtoken', does: 'sign', calls: ['npm:jsonwebtoken.sign'], key: keyAt(1) },
  {
    name: '@nestjs/jwt',
    does: 'sign',
    calls: ['npm:@nestjs/jwt.JwtService().sign', 'npm:@nestjs/jwt.JwtService().signAsync', 'npm:@nestjs/jwt.JwtModule.register'],
    key: secret,
  },
  { name: 'hono/jwt', does: 'sign', calls: ['npm:hono/jwt.sign'], key: keyAt(1) },
  { name: 'jwt-simple', does: 'sign', calls: ['npm:jwt-simple.encode'], key: keyAt(1) },
  vetted('firebase-admin', '*.verifyIdToken', '*.verifySessionCookie'),
  vetted('Supabase', '*.auth.getUser', '*.auth.getClaims', '*.auth.setSession', '*.auth.api.getUser'),
  guard('Clerk', 'npm:@clerk/backend.verifyToken', '*.authenticateRequest', 'npm:@clerk/express.requireAuth', 'npm:@clerk/express.getAuth'),
  guard('Clerk', 'npm:@clerk/clerk-sdk-node.ClerkExpressRequireAuth', 'npm:@clerk/fastify.getAuth', 'npm:@hono/clerk-auth.getAuth'),
  guard('Clerk', 'npm:@clerk/nextjs/server.auth', 'npm:@clerk/nextjs/server.currentUser', 'npm:@clerk/nextjs/server.clerkMiddleware'),
  guard('Auth0', 'npm:express-oauth2-jwt-bearer.auth', 'npm:express-openid-connect.requiresAuth', 'npm:@auth0/nextjs-auth0.getSession'),
  guard('Auth.js', 'npm:next-auth/jwt.getToken', 'npm:next-auth.getServerSession', 'npm:@auth/core/jwt.decode'),
  guard('aws-jwt-verify', 'npm:aws-jwt-verify.CognitoJwtVerifier.create().verify', 'npm:aws-jwt-verify.JwtRsaVerifier.create().verify'),
  guard('Okta', 'npm:@okta/jwt-verifier().verifyAccessToken', 'npm:@okta/jwt-verifier().verifyIdToken'),
];

const libraries: readonly Library[] = [...python, ...script];
const patterns = libraries.flatMap(({ calls }) => calls);

export interface LibraryCall {
  readonly library: Library;
  readonly call: Call;
}

/** Every call of a token library in code that serves: development runs and scripts are left out. */
export function libraryCalls(unit: Unit): readonly LibraryCall[] {
  return unit.calls(...patterns).flatMap((call) => {
    const library = serves(call) ? libraries.find((each) => each.calls.some((pattern) => fits(pattern, call.symbols))) : undefined;
    if (library === undefined || !isThatStrategy(unit, library, call)) return [];
    return [{ library, call }];
  });
}

export const serves = (site: Pick<Call, 'runsIn' | 'onlyAsScript'>): boolean => site.runsIn !== 'development' && !site.onlyAsScript;

/** Whether a file is for development or tests, as settings are split up: `settings/dev.py`. */
const isForDevelopment = ({ place }: Pick<Assignment, 'place'>): boolean =>
  /(?:^|[/_.-])(?:dev|development|local|test|tests|testing|ci)(?:[_.-]\w+)*\.\w+$/i.test(place.path);
/** Settings that serve. */
export const counts = (site: Pick<Assignment, 'place' | 'runsIn' | 'onlyAsScript'>): boolean => serves(site) && !isForDevelopment(site);

function fits(pattern: SymbolPattern, symbols: readonly string[]): boolean {
  if (!pattern.startsWith('*')) return symbols.includes(pattern);
  // A free ending says little where the library is known to be another one.
  return symbols.some(
    (symbol) => symbol.endsWith(pattern.slice(1)) && !/^(?:py:jose|py:authlib|npm:jsonwebtoken|npm:better-auth)/.test(symbol),
  );
}

function isThatStrategy(unit: Unit, { strategy, only = [] }: Library, call: Call): boolean {
  if (only.some((name) => call.option(name) === 'absent')) return false;
  if (strategy === undefined) return true;
  const first = call.argument(0);
  const value = first && unit.value(first);
  const names = value?.kind === 'list' ? value.items : value ? [value] : [];
  return names.some((each) => each.kind === 'literal' && typeof each.value === 'string' && strategy.test(each.value));
}
