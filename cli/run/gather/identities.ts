// Who the probes are: the test users that the settings name, signed in.
import type { HttpConfig, Renewal } from '../../../checks/evidence/http/options.ts';
import { type Credential, signIn } from '../../../checks/evidence/identity.ts';
import type { Settings } from '../../config/settings.ts';
import { interrupted } from '../../interrupt.ts';
import { Problem } from '../../problem.ts';

export interface Named {
  readonly values: ReadonlyMap<string, string>;
  /** Where a token command runs. */
  readonly cwd: string;
  /** Told each token before it is used, so that nothing shows it. */
  readonly onToken: (token: string) => void;
}
type User = Pick<NonNullable<Settings['auth']['second']>, 'tokenCommand' | 'supabase'>;

/** The configuration with tokens in it; a problem in one line where somebody could not be signed in. */
export async function signedIn(config: HttpConfig, { auth }: Settings, named: Named): Promise<HttpConfig | { readonly problem: string }> {
  const first = config.token === undefined ? credentialOf(auth, named) : undefined;
  const second = config.second?.token === undefined && auth.second !== undefined ? credentialOf(auth.second, named) : undefined;
  const renewals: Renewal[] = [];
  let known = config;
  for (const [credential, name] of [
    [first, 'TOKEN'],
    [second, 'TOKEN_SECOND'],
  ] as const) {
    if (credential === undefined) continue;
    const got = await signIn(credential, interrupted);
    if ('problem' in got) return got;
    const { token } = got;
    named.onToken(token);
    known = name === 'TOKEN' ? { ...known, token } : { ...known, second: { ...known.second, token } };
    renewals.push({ token, name, renew: () => renewed(credential, named) });
  }
  const keys = first?.kind === 'supabase' && known.jwks === undefined ? { jwks: keySetOf(first.url) } : {};
  return renewals.length === 0 ? known : { ...known, ...keys, renewals };
}

/** Where a Supabase project tells the public keys of its tokens. */
const keySetOf = (url: string): string => `${url.replace(/\/+$/, '')}/auth/v1/.well-known/jwks.json`;

async function renewed(credential: Credential, { onToken }: Named): Promise<string | undefined> {
  const got = await signIn(credential, interrupted);
  if ('problem' in got) return undefined;
  onToken(got.token);
  return got.token;
}

function credentialOf({ tokenCommand, supabase }: User, { values, cwd }: Named): Credential | undefined {
  if (tokenCommand !== undefined) return { kind: 'command', command: tokenCommand, cwd };
  if (supabase === undefined) return undefined;
  const given = (name: string): string => {
    const value = process.env[name] ?? values.get(name);
    if (value === undefined || value === '') throw new Problem(`${name}, named to sign in with, is not set here nor in an env file given`);
    return value;
  };
  return {
    kind: 'supabase',
    url: supabase.url ?? given(supabase.urlEnv ?? 'SUPABASE_URL'),
    apiKey: given(supabase.apiKeyEnv ?? 'SUPABASE_ANON_KEY'),
    email: given(supabase.emailEnv),
    password: given(supabase.passwordEnv),
  };
}
