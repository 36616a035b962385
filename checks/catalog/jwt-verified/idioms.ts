// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  nest: `JwtModule.register({
  global: true,
  publicKey,
  verifyOptions: { algorithms: ['ES256'], issuer, audience: 'authenticated' },
})
// and in the guard
request.user = await this.jwt.verifyAsync(token);`,
  node: `const keys = createRemoteJWKSet(new URL(\`\${supabaseUrl}/auth/v1/.well-known/jwks.json\`)); // jose, once

export async function userOf(token: string) {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['ES256'],
    issuer: \`\${supabaseUrl}/auth/v1\`,
    audience: 'authenticated',
    requiredClaims: ['sub', 'exp'],
  });
  return payload.sub; // an error becomes 401 with WWW-Authenticate: Bearer
}`,
  fastapi: `keys = PyJWKClient(f"{supabase_url}/auth/v1/.well-known/jwks.json")


def current_user(credentials: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> str:
    token = credentials.credentials
    try:
        claims = jwt.decode(
            token,
            keys.get_signing_key_from_jwt(token).key,
            algorithms=["ES256"],
            audience="authenticated",
            issuer=f"{supabase_url}/auth/v1",
            options={"require": ["exp", "sub"]},
        )
    except jwt.PyJWTError:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    return claims["sub"]`,
  flask: `app.config["JWT_ALGORITHM"] = "ES256"
app.config["JWT_PUBLIC_KEY"] = public_key
app.config["JWT_DECODE_AUDIENCE"] = "authenticated"
app.config["JWT_DECODE_ISSUER"] = issuer
JWTManager(app)  # and @jwt_required() on every route`,
  django: `SIMPLE_JWT = {
    "ALGORITHM": "ES256",
    "VERIFYING_KEY": public_key,
    "AUDIENCE": "authenticated",
    "ISSUER": issuer,
}`,
};
